package explorer

import (
	"io/fs"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
)

// asked is a request that a stranger sends: {host} is where the server listens, {port} its
// port, {cookie} the cookie that lets in, {name} its name and {token} its value.
type asked struct {
	name, request string
	codes         []int
}

// ask is a GET of an address with more lines in its head.
func ask(target string, lines ...string) string {
	return "GET " + target + " HTTP/1.1\r\n" + strings.Join(lines, "\r\n") + "\r\nConnection: close\r\n\r\n"
}

const (
	ourHost   = "Host: {host}"
	ourCookie = "Cookie: {cookie}"
)

// strangers ask without being let in.
func strangers() []asked {
	var list []asked
	add := func(codes []int, name, request string) { list = append(list, asked{name, request, codes}) }
	misdirected, forbidden, unknown := []int{421}, []int{403}, []int{401}
	for _, host := range []string{"evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", "localhost.evil.example:{port}", "localhost", "localhost.:{port}",
		"192.168.0.1:{port}", "0.0.0.0:{port}", "[::]:{port}", "2130706433:{port}", "0x7f.1:{port}", "127.1:{port}", "[::1%25eth0]:1", "{host}.", ":{port}", "127.0.0.1:{port}:{port}", "127.0.0.1:0{port}"} {
		add([]int{421, 400}, "host "+host, ask("/", "Host: "+host, ourCookie))
	}
	add(misdirected, "host and token", ask("/?token={token}", "Host: evil.example:{port}"))
	add(misdirected, "address of another", ask("http://evil.example/", ourHost, ourCookie))
	add(misdirected, "HTTP/1.0 without a host", "GET / HTTP/1.0\r\nCookie: {cookie}\r\n\r\n")
	add(misdirected, "HTTP/1.0 with a token", "GET /?token={token} HTTP/1.0\r\n\r\n")
	add([]int{400}, "two hosts", ask("/", ourHost, "Host: evil.example", ourCookie))
	add([]int{400}, "no host", ask("/", ourCookie))
	for _, origin := range []string{"http://evil.example", "https://{host}", "null", "http://{host}.evil.example", "http://127.0.0.1:1", "file://", "http://{host}/", "http://{host}@evil.example", "chrome-extension://abc"} {
		add(forbidden, "origin "+origin, ask("/", ourHost, ourCookie, "Origin: "+origin))
	}
	for _, line := range []string{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors",
		"Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: websocket"} {
		for _, path := range []string{"/flow/catalogue-down.svg", "/events", "/matrix.json"} {
			add(forbidden, line+path, ask(path, ourHost, ourCookie, line))
		}
	}
	for _, token := range []string{"", "wrong", "{token}x", "%00{token}", "{token}%00", "wrong&token={token}", "%20{token}", "{token},{token}"} {
		add(unknown, "token "+token, ask("/?token="+token, ourHost))
	}
	for _, cookie := range []string{"{name}=", "{name}=wrong", "{name}={token}x", "{name}x={token}", "tasuki={token}", "{name}=wrong; {name}=wronger", "=" + "{token}", "{name}"} {
		add(unknown, "cookie "+cookie, ask("/", ourHost, "Cookie: "+cookie))
	}
	add(unknown, "no cookie", ask("/", ourHost))
	add(unknown, "authorization", ask("/", ourHost, "Authorization: Bearer {token}"))
	add(unknown, "events", ask("/events", ourHost))
	add(unknown, "style", ask("/static/style.css", ourHost))
	add(forbidden, "token in a form", "POST /?token={token} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\nConnection: close\r\n\r\nx=y&z")
	add([]int{401, 303}, "redirect in the path", ask("//evil.example/?token=wrong", ourHost))
	return list
}

// insiders ask for what is not theirs with the cookie that lets them in.
func insiders() []asked {
	var list []asked
	add := func(codes []int, name, request string) { list = append(list, asked{name, request, codes}) }
	for _, path := range []string{"/static/..%2fserver.go", "/static/../server.go", "/static/%2e%2e/%2e%2e/etc/passwd", "/static/", "/static/style.css%00", "/static/..%5c..%5cx", "/..%2f..%2fetc%2fpasswd", "/../../etc/passwd",
		"/flow/..%2f..", "/flow/%00", "/flow/a%2fb", "/flow/", "/task/..%2Fdataset.yaml", "/task/%252e%252e", "/dataset.yaml", "/.git/config", "/flow/%C0%AE%C0%AE", "/organization/file:%2f%2f%2fetc%2fpasswd", "/console/../etc", "/flow", "/map/x"} {
		add([]int{303, 301, 307, 400, 404}, "path "+path, ask(path, ourHost, ourCookie))
	}
	for _, query := range []string{"without=", "without=%zz", "without=%0d%0aSet-Cookie:%20x=y", "lang=..%2f..%2fxx", "lang=%0d%0aX-Injected:%20y", "minute=-1", "minute=99999999999999999999", "minute=1e9", "add=drop%20table", "x=y", "lead=%00", "%0d%0aX-Injected=1",
		strings.Repeat("without=desk&", 60), "against=" + strings.Repeat("a", 3000)} {
		add([]int{303, 400}, "query "+query[:min(60, len(query))], ask("/time/nothing?"+query, ourHost, ourCookie))
	}
	for _, method := range []string{"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "BREW"} {
		target := "/"
		if method == "CONNECT" {
			target = "{host}"
		}
		add([]int{400, 405}, "method "+method, method+" "+target+" HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")
	}
	add([]int{403}, "POST", "POST / HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nContent-Length: 9\r\nConnection: close\r\n\r\nadd=x&y=z")
	add([]int{403}, "large body", "POST / HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nContent-Length: 1000000\r\nConnection: close\r\n\r\n"+strings.Repeat("a", 1_000_000))
	add([]int{414, 431}, "large address", ask("/"+strings.Repeat("a", 100_000), ourHost, ourCookie))
	add([]int{431}, "large head", ask("/", ourHost, ourCookie, "X-Large: "+strings.Repeat("a", 100_000)))
	add([]int{400}, "a break in a head", ask("/", ourHost, ourCookie, "X: a\x00b"))
	add([]int{400}, "two lengths", "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
	add([]int{400}, "length and chunks", "POST / HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nContent-Length: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
	add([]int{400, 501}, "unknown coding", "POST / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")
	add([]int{505, 400}, "HTTP/9", "GET / HTTP/9.9\r\nHost: {host}\r\n\r\n")
	return list
}

// TestHostile holds that no request of a stranger reveals or changes anything.
func TestHostile(t *testing.T) {
	folder := copied(t, helpdesk)
	before := contents(t, folder)
	s := start(t, Options{Open: read(folder)})
	var names []string
	for _, o := range s.source.model().Graph.Organizations() {
		names = append(names, o.Name.EN, o.Name.JA)
	}
	_, port, _ := strings.Cut(s.at, ":")
	fill := strings.NewReplacer("{host}", s.at, "{port}", port, "{cookie}", s.cookie()+"="+s.token, "{name}", s.cookie(), "{token}", s.token)
	list := slices.Concat(strangers(), insiders())
	if len(list) < 100 {
		t.Errorf("%d requests, want 100", len(list))
	}
	for i, a := range list {
		t.Run(a.name, func(t *testing.T) {
			got := s.raw(t, fill.Replace(a.request))
			if !slices.Contains(a.codes, got.code) {
				t.Errorf("answered with %d, want one of %v\n%.300s", got.code, a.codes, got.body)
			}
			everything := got.body
			for name, values := range got.header {
				everything += "\n" + name + ": " + strings.Join(values, "\n")
			}
			if strings.Contains(everything, s.token) {
				t.Errorf("the answer holds the token:\n%.300s", everything)
			}
			for _, name := range names {
				if name != "" && i < len(strangers()) && strings.Contains(everything, name) {
					t.Errorf("the answer names %q", name)
				}
			}
			if strings.Contains(got.body, "root:") || got.header.Get("X-Injected") != "" || got.header.Get("Set-Cookie") != "" || got.header.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("the answer gives away or lets in: %v\n%.300s", got.header, got.body)
			}
			if to := got.header.Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.HasPrefix(to, `/\`)) {
				t.Errorf("the answer leads to %q", to)
			}
			guarded(t, got)
		})
	}
	if after := contents(t, folder); !maps.Equal(before, after) {
		t.Error("the files of the dataset have changed")
	}
	if got := s.get(t, "/"); got.code != http.StatusOK {
		t.Errorf("afterwards the server answers with %d", got.code)
	}
}

// guarded holds what every answer of the server says to browsers. What is no HTTP is
// refused by net/http, in a line of plain text.
func guarded(t *testing.T, a answer) {
	t.Helper()
	if a.header.Get("X-Content-Type-Options") == "" && a.code >= 400 && len(a.body) < 100 && strings.HasPrefix(a.header.Get("Content-Type"), "text/plain") {
		return
	}
	for name, value := range map[string]string{"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer"} {
		if got := a.header.Get(name); got != value {
			t.Errorf("%s is %q, want %q", name, got, value)
		}
	}
	policy := a.header.Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "default-src 'self';") && !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe-eval") || strings.Contains(policy, "http:") {
		t.Errorf("the policy is %q", policy)
	}
}

// TestEnter holds what the first address gives: a cookie for this server alone, and an
// address of this server without the token, whatever the path.
func TestEnter(t *testing.T) {
	s := start(t, Options{Open: read(helpdesk)})
	for path, to := range map[string]string{
		"/": "/", "/map": "/map", "//evil.example/": "/evil.example/", "///evil.example": "/evil.example", `/\evil.example`: "/%5Cevil.example", "/%0d%0aX-Injected:y": "/%0d%0aX-Injected:y", "/flow/a%2Fb": "/flow/a%2Fb",
	} {
		got := s.raw(t, ask(path+"?lang=ja&token="+s.token, "Host: "+s.at))
		if got.code != http.StatusSeeOther || got.header.Get("Location") != to+"?lang=ja" || got.header.Get("X-Injected") != "" {
			t.Errorf("%s: %d to %q, want %q", path, got.code, got.header.Get("Location"), to+"?lang=ja")
		}
		cookie := got.header.Get("Set-Cookie")
		if cookie != s.cookie()+"="+s.token+"; Path=/; HttpOnly; SameSite=Strict" {
			t.Errorf("%s: the cookie is %q", path, cookie)
		}
		guarded(t, got)
	}
}

// TestOurs holds by which names a server is asked.
func TestOurs(t *testing.T) {
	for _, c := range []struct {
		s          Server
		ours, none string
	}{
		{Server{name: "127.0.0.1", port: "8080", loopback: true}, "127.0.0.1:8080 localhost:8080 LOCALHOST:8080 [::1]:8080 127.0.0.2:8080", "127.0.0.1 localhost 127.0.0.1:80 10.0.0.1:8080 host:8080 ::1:8080 [::1] :8080 [127.0.0.1]8080"},
		{Server{name: "127.0.0.1", port: "80", loopback: true}, "127.0.0.1 localhost 127.0.0.1:80 [::1] [::1]:80", "127.0.0.1:8080 evil.example evil.example:80 10.0.0.1 [::2]"},
		{Server{name: "::1", port: "8080", loopback: true}, "[::1]:8080 localhost:8080", "[::2]:8080 [::1] ::1"},
		{Server{name: "0.0.0.0", port: "8080"}, "0.0.0.0:8080 10.0.0.1:8080 [fe80::1]:8080", "evil.example:8080 localhost:8080 10.0.0.1"},
	} {
		for _, host := range strings.Fields(c.ours) {
			if !c.s.ours(host) || !c.s.oursOrigin("http://"+host) {
				t.Errorf("%s on %s does not know itself as %s", c.s.name, c.s.port, host)
			}
		}
		for _, host := range append(strings.Fields(c.none), "") {
			if c.s.ours(host) || c.s.oursOrigin("http://"+host) {
				t.Errorf("%s on %s takes itself for %q", c.s.name, c.s.port, host)
			}
		}
	}
}

// contents returns the bytes of all files of a folder.
func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		all[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

package explorer

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"net/http"
	"net/netip"
	"strings"
)

// cookie is the name of the cookie that holds the token. Cookies do not know ports, so
// that each server has its own.
func (s *Server) cookie() string { return "tasuki-" + s.port }

// newToken returns a secret of 256 bits.
func newToken() string {
	var b [32]byte
	rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// same compares secrets in a time that does not tell where they differ.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// guarded lets in who holds the token, and asks from a page of this server or from none.
// A name that leads here but is not this server's is how a stranger's page asks as if it
// were ours (DNS rebinding); an Origin that is not ours is a stranger's page.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Content-Security-Policy", policy(nil))
		h.Set("Cache-Control", "no-store")
		switch {
		case !s.ours(r.Host):
			refuse(w, http.StatusMisdirectedRequest, "this server is not called so; use the address that it printed")
		case r.Header.Get("Origin") != "" && !s.oursOrigin(r.Header.Get("Origin")),
			strange(r.Header):
			refuse(w, http.StatusForbidden, "pages of others cannot ask this server")
		case r.Method == http.MethodPost && !fromHere(r):
			refuse(w, http.StatusForbidden, "only pages of this server can send it anything")
		case r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodPost:
			h.Set("Allow", "GET, HEAD, POST")
			refuse(w, http.StatusMethodNotAllowed, "this server only reads")
		case r.Method != http.MethodPost && r.URL.Query().Has("token"):
			s.enter(w, r)
		case !s.known(r):
			refuse(w, http.StatusUnauthorized, "open the address that `tasuki serve` printed, with its token")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// fromHere reports whether a page of this server sends a request: its Origin is where
// the request goes, or a browser that names none says that both are the same.
func fromHere(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		return strings.EqualFold(origin, "http://"+r.Host)
	}
	return r.Header.Get("Sec-Fetch-Site") == "same-origin"
}

// enter takes the token of the first address into a cookie, and leads to the address
// without it, so that it stays in no history and no log.
func (s *Server) enter(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if !same(query.Get("token"), s.token) {
		refuse(w, http.StatusUnauthorized, "the token is another: open the address that `tasuki serve` printed last")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: s.cookie(), Value: s.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	query.Del("token")
	// Two slashes in front would lead to another server.
	to := "/" + strings.TrimLeft(r.URL.EscapedPath(), "/")
	if len(query) > 0 {
		to += "?" + query.Encode()
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// strange reports whether a page that is not of this server asks, other than by a link
// that is followed. Another port of this machine is another's, too, though the same site
// to a browser, which sends it the cookie.
func strange(h http.Header) bool {
	site := h.Get("Sec-Fetch-Site")
	return site != "" && site != "same-origin" && site != "none" && h.Get("Sec-Fetch-Mode") != "navigate"
}

func (s *Server) known(r *http.Request) bool {
	for _, c := range r.CookiesNamed(s.cookie()) {
		if same(c.Value, s.token) {
			return true
		}
	}
	return false
}

// ours reports whether a Host is this server: its address, or localhost where it listens
// on this machine alone.
func (s *Server) ours(host string) bool {
	name, port, ok := strings.Cut(host, ":")
	if strings.HasPrefix(host, "[") {
		name, port, ok = strings.Cut(host, "]:")
		name = strings.TrimPrefix(name, "[")
	}
	if !ok && s.port == "80" {
		// Browsers leave the usual port out.
		name, port = strings.Trim(host, "[]"), s.port
	}
	if port != s.port {
		return false
	}
	if strings.EqualFold(name, s.name) || s.loopback && strings.EqualFold(name, "localhost") {
		return true
	}
	// A server for others is asked by any of its addresses, but by no name that could
	// be made to lead here.
	ip, err := netip.ParseAddr(name)
	return err == nil && (ip.IsLoopback() || !s.loopback)
}

func (s *Server) oursOrigin(origin string) bool {
	host, ok := strings.CutPrefix(origin, "http://")
	return ok && s.ours(host)
}

// policy lets in what comes from this server, and the page's own style.
func policy(style []byte) string {
	styles := "'self'"
	if len(style) > 0 {
		sum := sha256.Sum256(style)
		styles += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'self'; style-src " + styles + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
}

// refuse says in one line why a request is not answered.
func refuse(w http.ResponseWriter, code int, why string) {
	http.Error(w, "tasuki: "+why, code)
}

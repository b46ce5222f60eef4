package neo4jstore

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	for text, want := range map[string]Address{
		"neo4j://127.0.0.1:7687":                         {"neo4j://127.0.0.1:7687", "", ""},
		"neo4j://127.0.0.1:7687/":                        {"neo4j://127.0.0.1:7687", "", ""},
		"neo4j://db.example/neo4j#pension":               {"neo4j://db.example", "neo4j", "pension"},
		"bolt+ssc://[::1]:7687/a%20b#%E5%B9%B4%E9%87%91": {"bolt+ssc://[::1]:7687", "a b", "年金"},
		"neo4j+s://x?policy=eu#a/b":                      {"neo4j+s://x?policy=eu", "", "a/b"},
	} {
		got, err := ParseAddress(text)
		if err != nil || got != want {
			t.Errorf("ParseAddress(%q) = %+v, %v, want %+v", text, got, err, want)
		}
		if again, err := ParseAddress(got.String()); err != nil || again != got {
			t.Errorf("ParseAddress(%q) = %+v, %v, want %+v again", got, again, err, got)
		}
		if !IsAddress(text) {
			t.Errorf("IsAddress(%q) = false", text)
		}
	}
}

func TestParseAddressRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"http://127.0.0.1:7474":         `scheme "http"`,
		"neo4j://":                      "no host",
		"neo4j:///database":             "no host",
		"neo4j://h/a/b":                 "more than one name",
		"neo4j://neo4j:s3cret@h":        "leave them out",
		"neo4j://neo4j:s3cret@h:port#x": "cannot be read",
		"examples/pension":              "scheme",
	} {
		_, err := ParseAddress(text)
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("ParseAddress(%q): %v, want an error that says %q", text, err, says)
		}
		if err != nil && strings.Contains(err.Error(), "s3cret") {
			t.Errorf("ParseAddress(%q): the error shows the password: %v", text, err)
		}
	}
}

func FuzzParseAddress(f *testing.F) {
	f.Add("neo4j+s://h:1/db#set")
	f.Add("neo4j://h/db?policy=eu#set")
	f.Fuzz(func(t *testing.T, text string) {
		a, err := ParseAddress(text)
		if err != nil {
			return
		}
		if again, err := ParseAddress(a.String()); err != nil || again != a {
			t.Errorf("%q parses to %+v, and that to %+v, %v", text, a, again, err)
		}
	})
}

func TestLoginFrom(t *testing.T) {
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte("from file\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(t.TempDir(), "empty")
	if err := os.WriteFile(empty, []byte("\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		variables map[string]string
		want      Login
		says      string
	}{
		{map[string]string{passwordVariable: "p"}, Login{"neo4j", "p"}, ""},
		{map[string]string{userVariable: "u", passwordFileVariable: file}, Login{"u", "from file"}, ""},
		{map[string]string{passwordVariable: "p", passwordFileVariable: file}, Login{"neo4j", "p"}, ""},
		{nil, Login{}, passwordFileVariable},
		{map[string]string{passwordFileVariable: empty}, Login{}, "is empty"},
		{map[string]string{passwordFileVariable: file + "x"}, Login{}, "no such file"},
	} {
		got, err := LoginFrom(func(name string) string { return c.variables[name] })
		if got != c.want || (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("with %v: %+v, %v, want user %s and an error that says %q", c.variables, got, err, c.want, c.says)
		}
	}
}

package explorer

import (
	"net/url"
	"reflect"
	"strings"
	"testing"
)

// FuzzPlace holds that no address ends the program, and that the address of a place is
// read as that place: a page that redirects to its address would else do so for ever.
func FuzzPlace(f *testing.F) {
	for _, address := range []string{
		"/", "/overview.csv", "/flow/hardware-fault?without=ops&leads=each", "/flow/a%2Esvg.svg?lang=ja", "/task/3-12.json?lead=3-12=ops:hw&lead=3-12=hw",
		"/task/a%2Fb", "/task/%2E%2E", "/task/%00", "/time/f?minute=12&find=x", "/search?find=%3Cscript%3E&minute=3", "/compare?without=a&against=merge=a%3Ab",
		"/matrix?add=without-handoff=1:2&add=leads=any&add=leads=each", "/map?without=a%252Cb", "/findings?without=%FF", "/flow/x/y", "/.svg", "//", "/map?lang=xx", "/search?find=a+b%26c;d",
		"/organization/a%3Fb%23c", "/organization/%E6%A9%9F%E6%A7%8B", "/task/a%2F%2Fb", "/task/%252E", "/organization/.svg.svg",
	} {
		path, query, _ := strings.Cut(address, "?")
		f.Add(path, query)
	}
	f.Fuzz(func(t *testing.T, path, query string) {
		p, format, err := ParsePlace(path, query)
		if err != nil {
			return
		}
		address := p.Address(format)
		u, err := url.ParseRequestURI(address)
		if err != nil {
			t.Fatalf("%q, %q: the address %q is none: %v", path, query, address, err)
		}
		again, f2, err := ParsePlace(u.EscapedPath(), u.RawQuery)
		if err != nil {
			t.Fatalf("%q, %q: the address %q cannot be read: %v", path, query, address, err)
		}
		// What a view does not show is not in its address.
		if p.View != TimeView {
			p.Minute = 0
		}
		if p.View != SearchView {
			p.Find = ""
		}
		if !reflect.DeepEqual(again, p) || f2 != format || again.Address(f2) != address {
			t.Fatalf("%q, %q: %#v as %s has the address %q, which is %#v as %s", path, query, p, format, address, again, f2)
		}
	})
}

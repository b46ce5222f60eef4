package formats

import (
	"slices"
	"strings"
	"testing"
)

// TestEveryFormatIsWhole wants each format to have a name and endings of its own, a
// limit, and a way to open it.
func TestEveryFormatIsWhole(t *testing.T) {
	var seen []string
	for _, f := range All() {
		if f.Name == "" || len(f.Endings) == 0 || f.Most <= 0 || f.open == nil {
			t.Errorf("format %q lacks something: %+v", f.Name, f)
		}
		for _, name := range append(f.Endings, string(f.Name)) {
			if slices.Contains(seen, name) {
				t.Errorf("%q stands for two formats", name)
			}
			seen = append(seen, name)
		}
		for _, e := range f.Endings {
			if got, ok := Ending("a.b" + strings.ToUpper(e)); !ok || got.Name != f.Name {
				t.Errorf("%s is the ending of %q, want %q", e, got.Name, f.Name)
			}
		}
	}
	for _, name := range []string{"a.bmp", "a"} {
		if _, _, err := Choose(strings.NewReader("a"), name, "", ""); err == nil || !strings.Contains(err.Error(), "csv") {
			t.Errorf("%s: error %v, want the formats named", name, err)
		}
	}
	if _, _, err := Choose(strings.NewReader("a"), "a.csv", "bmp", ""); err == nil || !strings.Contains(err.Error(), `"bmp"`) {
		t.Errorf("an unknown format: error %v", err)
	}
	if _, _, err := Choose(strings.NewReader("a"), "a.csv", "", "Sheet1"); err == nil || !strings.Contains(err.Error(), "no sheets") {
		t.Errorf("a sheet of a CSV file: error %v", err)
	}
}

package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph/matrix/formats"
)

func TestMisplaced(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"m.csv", "m.xlsx", "d.yaml", "d.json", "x.reading.yaml"} {
		write(t, filepath.Join(folder, name), "")
	}
	for _, x := range []struct {
		path string
		o    Options
		ok   bool
	}{
		{"m.csv", Options{Reading: "r.yaml"}, true},
		{"m.csv", Options{Sheet: "S"}, false},
		{"m.xlsx", Options{Reading: "r.yaml", Sheet: "S"}, true},
		{"x.reading.yaml", Options{Sheet: "S"}, true},
		{"x.reading.yaml", Options{Reading: "r.yaml"}, false},
		{"d.yaml", Options{Reading: "r.yaml"}, false},
		{"d.yaml", Options{Sheet: "S"}, false},
		{"d.json", Options{Reading: "r.yaml"}, false},
		{"d.json", Options{Sheet: "S"}, false},
		{"", Options{Reading: "r.yaml"}, false},
		{"", Options{Sheet: "S"}, false},
		{"", Options{}, true},
		{"missing.csv", Options{Reading: "r.yaml"}, true}, // said when it is opened
	} {
		if err := x.o.Misplaced(filepath.Join(folder, x.path)); (err == nil) != x.ok {
			t.Errorf("%q with %+v: got %v", x.path, x.o, err)
		}
	}
}

// TestSchemaListsEveryFormat holds the schema of readings to the formats that there are.
func TestSchemaListsEveryFormat(t *testing.T) {
	text, err := os.ReadFile("schema/defs.json")
	if err != nil {
		t.Fatal(err)
	}
	if want := `"format": {"enum": ["` + strings.Join(formats.Names(), `", "`) + `"]`; !strings.Contains(string(text), want) {
		t.Errorf("schema/defs.json lacks %s", want)
	}
}

package outdir

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReplaceRefusesFoldersOfOthers checks that what no report wrote is neither
// replaced nor joined.
func TestReplaceRefusesFoldersOfOthers(t *testing.T) {
	for _, c := range []struct{ name, files, says string }{
		{"a folder without a report", "notes.txt", "holds no earlier report"},
		{"a page without a manifest", "index.html", "holds no earlier report"},
		{"a manifest of another program", "manifest.txt=a 1", "no manifest of a report"},
		{"a manifest that leads out of the folder", "manifest.txt=" + manifestHead + "0  ../other", "names no file beside it"},
		{"a name that is taken", "manifest.txt=" + manifestHead + ";index.html", "not of an earlier report"},
	} {
		folder := t.TempDir()
		before := map[string]string{}
		for f := range strings.SplitSeq(c.files, ";") {
			name, text, _ := strings.Cut(f, "=")
			before[name] = text
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Replace(t.Context(), folder, []File{{Name: "index.html", Data: []byte("new")}}); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
		entries, err := os.ReadDir(folder)
		if err != nil || len(entries) != len(before) {
			t.Errorf("%s: %d files are there, %v", c.name, len(entries), err)
		}
		for name, text := range before {
			if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != text {
				t.Errorf("%s: %s has become %q, %v", c.name, name, got, err)
			}
		}
	}
}

func TestOlderManifestsAreRead(t *testing.T) {
	for _, head := range []string{manifestHead, olderHead} {
		m, err := parseManifest(head + "0a  index.html\n")
		if err != nil || len(m["index.html"]) != 1 {
			t.Errorf("%q: %v, %v", head, m, err)
		}
	}
}

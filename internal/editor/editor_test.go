package editor

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// What a reader waits for, as docs/performance.md says: the bytes of the module, as they
// are and as they travel when compressed.
const (
	maxModule     = 370_000
	maxCompressed = 122_880 // 120 KiB
)

func TestSizeOfTheModule(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(Module())); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, %d compressed", len(Module()), b.Len())
	if len(Module()) > maxModule || b.Len() > maxCompressed {
		t.Errorf("the module has %d bytes, %d compressed; want at most %d and %d", len(Module()), b.Len(), maxModule, maxCompressed)
	}
}

// TestModuleIsWhatIsBundled holds what the program carries to what scripts/editor checks.
func TestModuleIsWhatIsBundled(t *testing.T) {
	if Module() != read(t, "editor.js") {
		t.Error("editor.js.gz does not hold editor.js; run scripts/editor")
	}
}

func TestModuleIsOneFile(t *testing.T) {
	if !utf8.ValidString(Module()) {
		t.Error("the module is not UTF-8")
	}
	if !regexp.MustCompile(`export\{\w+ as edit\};?\s*$`).MatchString(Module()) {
		t.Error("the module does not end in the export of edit")
	}
	if m := regexp.MustCompile(`\bimport\b[^;]{0,80}`).FindString(Module()); m != "" {
		t.Errorf("the module imports: %s", m)
	}
}

// TestNoticeNamesWhatIsBundled wants each package of the bundle in NOTICE and in the
// lock, with its version, and all of its copyright.
func TestNoticeNamesWhatIsBundled(t *testing.T) {
	notice := strings.Join(strings.Fields(read(t, "..", "..", "NOTICE")), " ")
	var lock struct {
		Packages map[string]struct{ Version, Integrity, License string }
	}
	if err := json.Unmarshal([]byte(read(t, "bundle", "package-lock.json")), &lock); err != nil {
		t.Fatal(err)
	}
	packages := regexp.MustCompile(`(?m)^([@a-z][\w@/.-]*) (\d[\w.-]*)$`).FindAllStringSubmatch(Licences(), -1)
	for _, p := range packages {
		if !strings.Contains(notice, p[1]+" "+p[2]) {
			t.Errorf("NOTICE does not name %s %s", p[1], p[2])
		}
		l := lock.Packages["node_modules/"+p[1]]
		if l.Version != p[2] || l.License != "MIT" || !strings.HasPrefix(l.Integrity, "sha512-") {
			t.Errorf("package-lock.json has %+v for %s %s", l, p[1], p[2])
		}
	}
	if len(packages) < 10 {
		t.Errorf("%d packages only", len(packages))
	}
	for _, m := range regexp.MustCompile(`(?m)^Copyright \(C\) (.*) <`).FindAllStringSubmatch(Licences(), -1) {
		if !strings.Contains(notice, m[1]) {
			t.Errorf("NOTICE does not say: Copyright %s", m[1])
		}
	}
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

package outdir

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph/said"
)

// manifestName is the file in which a report lists what it wrote, so that the
// next one into the same folder knows its own.
const manifestName = "manifest.txt"

// manifestHead is how a manifest begins, olderHead how those of earlier versions do.
const (
	manifestHead = "# Written by tasuki. What it writes next into this folder replaces these files.\n"
	olderHead    = "# Written by tasuki report. The next report into this folder replaces these files.\n"
)

// mostManifest is how many bytes of a manifest are read: those of some 100,000
// drawings.
const mostManifest = 32 << 20

// manifest is what a report has written: the SHA-256 of each file by its name.
// While one report takes the place of another, a name has the sums of both.
type manifest map[string][]string

// manifestOf returns the manifest of files in one folder, whose names must differ.
func manifestOf(files []File) (manifest, error) {
	m := manifest{}
	for _, f := range files {
		if m[f.Name] != nil || f.Name == manifestName {
			return nil, said.Errorf("two files of the report would be called %q; rename one of the flows that they draw", f.Name)
		}
		m.add(f.Name, fmt.Sprintf("%x", sha256.Sum256(f.Data)))
	}
	return m, nil
}

func (m manifest) add(name string, sums ...string) {
	for _, sum := range sums {
		if !slices.Contains(m[name], sum) {
			m[name] = append(m[name], sum)
		}
	}
}

// text writes the manifest as lines of a sum, two spaces and a name, by name: as
// sha256sum does and checks.
func (m manifest) text() []byte {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	b.WriteString(manifestHead)
	for _, name := range names {
		for _, sum := range m[name] {
			fmt.Fprintf(&b, "%s  %s\n", sum, name)
		}
	}
	return b.Bytes()
}

// parseManifest reads a manifest. A name in it is a file beside it.
func parseManifest(text string) (manifest, error) {
	lines, ok := strings.CutPrefix(text, manifestHead)
	if !ok {
		lines, ok = strings.CutPrefix(text, olderHead)
	}
	if !ok {
		return nil, said.New("it is no manifest of a report")
	}
	m := manifest{}
	for line := range strings.Lines(lines) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || name != filepath.Base(name) || !filepath.IsLocal(name) || name == "." {
			return nil, said.Errorf("%q names no file beside it", line)
		}
		m.add(name, sum)
	}
	return m, nil
}

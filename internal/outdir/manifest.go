package outdir

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// manifestName is the file in which a report lists what it wrote, so that the
// next one into the same folder knows its own.
const manifestName = "manifest.txt"

// manifestHead is how a manifest begins.
const manifestHead = "# Written by tasuki report. The next report into this folder replaces these files.\n"

// manifest is what a report has written: the SHA-256 of each file by its name.
type manifest map[string]string

// Replace writes every file of a report into a folder, which it makes if it has
// to, and removes those of an earlier report that are no longer of it.
func Replace(ctx context.Context, folder string, files []File) error {
	now := manifestOf(files)
	before, err := earlier(folder, now)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("making the folder of the report: %w", err)
	}
	// The manifest is there before the files that it names, and names the stale
	// ones until they are gone, so that one who is stopped can begin again.
	stale, all := before.stale(folder, now), maps.Clone(now)
	for _, name := range stale {
		all[name] = before[name]
	}
	write := func(m manifest, files ...File) error {
		return writeAll(ctx, within(folder, append([]File{{Name: manifestName, Data: m.text()}}, files...)), 0o644)
	}
	if err := write(all, files...); err != nil || len(stale) == 0 {
		return err
	}
	for _, name := range stale {
		if err := os.Remove(filepath.Join(folder, name)); err != nil {
			return fmt.Errorf("removing a file of the earlier report: %w", err)
		}
	}
	return write(now)
}

// manifestOf returns the manifest of files in one folder.
func manifestOf(files []File) manifest {
	m := manifest{}
	for _, f := range files {
		m[f.Name] = fmt.Sprintf("%x", sha256.Sum256(f.Data))
	}
	return m
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
		fmt.Fprintf(&b, "%s  %s\n", m[name], name)
	}
	return b.Bytes()
}

// earlier returns what an earlier report has written into a folder; nothing when
// the folder is empty or not there. It refuses a folder with other things in it,
// and one where a name that is to be written is taken by a file that is not in
// its manifest: only files that a report has made are replaced.
func earlier(folder string, now manifest) (manifest, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return manifest{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the folder of the report: %w", err)
	}
	text, err := os.ReadFile(filepath.Join(folder, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%q is not empty and holds no earlier report; name another folder with -o, or empty it", folder)
	}
	if err != nil {
		return nil, fmt.Errorf("reading what the earlier report has written: %w", err)
	}
	before, err := parseManifest(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w; name another folder with -o, or empty it", filepath.Join(folder, manifestName), err)
	}
	for _, e := range entries {
		_, written := now[e.Name()]
		if _, own := before[e.Name()]; written && !own {
			return nil, fmt.Errorf("%q is not of an earlier report; move it away, or name another folder with -o", filepath.Join(folder, e.Name()))
		}
	}
	return before, nil
}

// parseManifest reads a manifest. A name in it is a file beside it.
func parseManifest(text string) (manifest, error) {
	lines, ok := strings.CutPrefix(text, manifestHead)
	if !ok {
		return nil, errors.New("it is no manifest of a report")
	}
	m := manifest{}
	for line := range strings.Lines(lines) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || name == "" || name != filepath.Base(name) || name == "." || name == ".." {
			return nil, fmt.Errorf("%q names no file beside it", line)
		}
		m[name] = sum
	}
	return m, nil
}

// stale returns the files of an earlier report that are no longer written and
// still hold what it wrote.
func (m manifest) stale(folder string, now manifest) []string {
	var names []string
	for name, sum := range m {
		if _, again := now[name]; again || name == manifestName {
			continue
		}
		path := filepath.Join(folder, name)
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if text, err := os.ReadFile(path); err == nil && fmt.Sprintf("%x", sha256.Sum256(text)) == sum {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

package files

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph/matrix/formats"
	"tasuki/graph/said"
)

// maxEntries is how many files a dataset's folder may hold: a folder with more is
// none, and listing it would take longer than reading it.
const maxEntries = 10_000

// entriesOf lists a folder by name.
func entriesOf(folder string) ([]os.DirEntry, error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(maxEntries + 1)
	if len(entries) > maxEntries {
		return nil, said.Errorf("the folder holds more than %d files; put the dataset into a folder of its own", maxEntries)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// Unread returns the files and folders in the folder of a dataset that are not
// read, by name and hidden ones last; those of folders end in a separator. It is
// empty for a dataset that is a file.
func Unread(path string) ([]string, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return nil, err
	}
	entries, err := entriesOf(path)
	if err != nil {
		return nil, err
	}
	var names []string
	var readings []os.DirEntry
	for _, e := range entries {
		name := e.Name()
		switch {
		case e.IsDir():
			names = append(names, name+string(filepath.Separator))
		case !IsHidden(name) && (isChart(name) || isHandoffs(name) || isMarkdown(name) && Options{}.entry(path, name).hasFlowchart()):
		case !IsHidden(name) && Options{}.entry(path, name).isModel():
		case IsHidden(name) || !isYAML(name) && (!isMatrix(name) || formats.IsNote(name)):
			names = append(names, name)
		case isReading(name):
			readings = append(readings, e)
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	for _, e := range readings {
		if name, ok := readingNames(Options{}.entry(path, e.Name())); ok {
			way, _, _ := strings.Cut(name, string(filepath.Separator)) // the first folder on it
			names = slices.DeleteFunc(names, func(n string) bool { return n == name || n == way+string(filepath.Separator) })
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	return names, nil
}

// rank puts what is hidden last.
func rank(name string) int {
	if IsHidden(name) {
		return 1
	}
	return 0
}

// noDataset says that a folder holds nothing to read.
func noDataset(folder string) error {
	return orNameIt(said.Errorf("the folder holds no dataset; put a matrix (%s), a model (.bpmn, .archimate) or .yaml files into it", strings.Join(formats.Endings(), ", ")), folder)
}

// orNameIt adds to a message what a folder holds instead of what was looked for.
func orNameIt(nothing error, folder string) error {
	if names, err := Unread(folder); err == nil && len(names) > 0 {
		return said.Errorf("%w; or name what is in it: %s", nothing, few(names))
	}
	return nothing
}

// few lists the first of some names, and says how many more there are.
func few(names []string) string {
	const shown = 5
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], ", "), len(names)-shown)
}

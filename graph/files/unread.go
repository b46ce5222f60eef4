package files

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
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
		return nil, fmt.Errorf("the folder holds more than %d files; put the dataset into a folder of its own", maxEntries)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// Unread returns the files and folders in the folder of a dataset that are not
// read, by name; of hidden ones, nothing is said. It is empty for a dataset that is
// a file.
func Unread(path string) ([]string, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return nil, err
	}
	entries, err := entriesOf(path)
	if err != nil {
		return nil, err
	}
	named := map[string]bool{} // files, and the first folder on the way to one
	for _, e := range entries {
		if isReading(e.Name()) {
			if name, ok := readingNames(Options{}.within(path, filepath.Join(path, e.Name()), e.Name())); ok {
				first, _, _ := strings.Cut(name, string(filepath.Separator))
				named[name], named[first] = true, true
			}
		}
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case isHidden(name), named[name], !e.IsDir() && (isYAML(name) || isMatrix(name) && extension(name) != ".txt"):
		case e.IsDir():
			names = append(names, name+string(filepath.Separator))
		default:
			names = append(names, name)
		}
	}
	return names, nil
}

// noDataset says that a folder holds nothing to read, and what it holds instead.
func noDataset(folder string) error {
	const want = "the folder holds no dataset; put a matrix (%s) or .yaml files into it"
	message := fmt.Sprintf(want, strings.Join(table.Extensions(), ", "))
	if names, err := Unread(folder); err == nil && len(names) > 0 {
		return fmt.Errorf("%s; or name what is in it: %s", message, FewOf(names))
	}
	return errors.New(message)
}

// FewOf lists the first of some names, and says how many more there are.
func FewOf(names []string) string {
	const shown = 5
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], ", "), len(names)-shown)
}

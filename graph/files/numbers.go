package files

import (
	"errors"
	"path/filepath"

	"tasuki/graph"
	"tasuki/graph/files/schema"
	"tasuki/graph/numbers"
	"tasuki/graph/said"
)

// NumbersFile holds the numbers of a drill as they were read, before it is known whether
// they fit the dataset.
type NumbersFile struct {
	numbers.File
	doc  *schema.Document
	path string
}

// OpenNumbers reads the numbers at path. Faults of its syntax are an error that wraps
// graph.Problems. What does not fit the schema is found by For, together with what does
// not fit the graph.
func OpenNumbers(path string) (NumbersFile, error) {
	f := NumbersFile{path: path}
	text, err := input{path: path}.read(schema.MaxBytes)
	if err != nil {
		return f, said.Errorf("loading numbers: %w", err)
	}
	f.doc = schema.Parse(filepath.Base(path), text)
	if f.doc.Faults().Count() > 0 {
		return f, f.describe(f.doc.Faults().Err())
	}
	f.doc.Check("numbers")
	f.doc.Settle()
	return f, f.describe(f.doc.Decode(&f.File))
}

// For returns the numbers as those of a graph. What in them does not fit the schema and
// the graph is an error that wraps graph.Problems, each with its place.
func (f NumbersFile) For(g *graph.Graph) (numbers.File, error) {
	faults := f.doc.Faults()
	for _, p := range f.Check(g) {
		if f.doc.Fits(p.Path) {
			p.Source = f.doc.Locate(p.Path)
			faults = append(faults, p)
		}
	}
	return f.File, f.describe(faults.Err())
}

func (f NumbersFile) describe(err error) error {
	var ps graph.Problems
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ps):
		return said.Errorf("loading numbers %q: nothing was planned because of %d problems:\n%w", f.path, ps.Count(), ps)
	}
	return said.Errorf("loading numbers %q: %w", f.path, err)
}

// isNumbers reports whether a file is named as one of numbers, which no dataset has:
// numbers.yaml, or NAME.numbers.yaml.
func isNumbers(path string) bool { return isNamed(path, "numbers") }

// errNumbers refuses a file of numbers in the place of facts.
func errNumbers(path string) error {
	return said.Errorf("%q holds the numbers of a drill, which are part of no dataset and were not read as one; give it to `tasuki drill --numbers`, and call it numbers.yaml or NAME.numbers.yaml where it lies in the folder of a dataset", filepath.Base(path))
}

// holdsNumbers reports whether a document has the keys of a file of numbers, whatever it
// is called.
func holdsNumbers(d *schema.Document) bool {
	top, _ := d.Value().(map[string]any)
	if _, ok := top["control"]; ok {
		return true
	}
	for _, key := range []string{"lines", "contacts"} {
		list, _ := top[key].([]any)
		for _, entry := range list {
			entry, _ := entry.(map[string]any)
			for _, way := range []string{"phone", "night", "mail", "chat"} {
				if _, ok := entry[way]; ok {
					return true
				}
			}
		}
	}
	return false
}

package files

import (
	"errors"
	"path/filepath"

	"tasuki/graph"
	"tasuki/graph/eventlog/mapping"
	"tasuki/graph/files/schema"
	"tasuki/graph/said"
)

// MappingFile is a mapping of an event log as it was read, before it is known whether it
// fits the dataset. The zero value maps nothing.
type MappingFile struct {
	mapping.File
	doc  *schema.Document
	path string
}

// OpenMapping reads the mapping at path. Faults of its syntax are an error that wraps
// graph.Problems. What does not fit the schema is found by For, together with what does
// not fit the graph.
func OpenMapping(path string) (MappingFile, error) {
	text, err := input{path: path}.read(schema.MaxBytes)
	if err != nil {
		return MappingFile{path: path}, said.Errorf("loading the mapping: %w", err)
	}
	return parseMapping(path, text)
}

func parseMapping(path string, text []byte) (MappingFile, error) {
	f := MappingFile{path: path, doc: schema.Parse(filepath.Base(path), text)}
	if len(f.doc.Faults()) > 0 {
		return f, f.describe(f.doc.Faults().Err())
	}
	f.doc.Check("mapping")
	f.doc.Settle()
	return f, f.describe(f.doc.Decode(&f.File))
}

// For returns the mapping as one of a graph. What in it does not fit the schema and the
// graph is an error that wraps graph.Problems, each with its place.
func (f MappingFile) For(g *graph.Graph) (mapping.File, error) {
	if f.doc == nil {
		return f.File, nil
	}
	faults := f.doc.Faults()
	for _, p := range f.Check(g) {
		if f.doc.Fits(p.Path) {
			p.Source = f.doc.Locate(p.Path)
			faults = append(faults, p)
		}
	}
	return f.File, f.describe(faults.Err())
}

func (f MappingFile) describe(err error) error {
	var ps graph.Problems
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ps):
		return said.Errorf("loading the mapping %q: nothing was read because of %d problems:\n%w", f.path, ps.Count(), ps)
	}
	return said.Errorf("loading the mapping %q: %w", f.path, err)
}

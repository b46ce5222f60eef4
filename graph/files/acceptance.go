package files

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/acceptance"
	"tasuki/graph/files/schema"
	"tasuki/graph/said"
)

// AcceptanceName is what the file of decisions about findings is called in the folder of
// a dataset; its ending may be .yml, too.
const AcceptanceName = "tasuki-accept.yaml"

// AcceptanceFile are decisions about findings as they were read, before it is known
// whether they fit the dataset. The zero value holds none.
type AcceptanceFile struct {
	acceptance.File
	doc  *schema.Document
	path string
}

// OpenAcceptance reads the file at path or, where that is empty, the one in the folder of
// the dataset, if there is one. Faults of its syntax are an error that wraps
// graph.Problems. What does not fit the schema is found by Faults, together with what does
// not fit the dataset.
func OpenAcceptance(path, dataset string, o Options) (AcceptanceFile, error) {
	in := input{path: path}
	if path == "" {
		var err error
		if in, err = acceptanceIn(dataset, o); err != nil || in.path == "" {
			return AcceptanceFile{}, err
		}
	}
	f := AcceptanceFile{path: in.path}
	text, err := in.read(schema.MaxBytes)
	if err != nil {
		return f, f.describe(err)
	}
	f.doc = schema.Parse(filepath.Base(in.path), text)
	if f.doc.Faults().Count() > 0 {
		return f, f.describe(f.doc.Faults().Err())
	}
	f.doc.Check("acceptance")
	f.doc.Settle()
	return f, f.describe(f.doc.Decode(&f.File))
}

// acceptanceIn returns the file in the folder of a dataset, or the zero value.
func acceptanceIn(dataset string, o Options) (found input, err error) {
	if dataset == Stdin {
		return input{}, nil
	}
	for _, name := range []string{AcceptanceName, strings.TrimSuffix(AcceptanceName, ".yaml") + ".yml"} {
		in := o.entry(dataset, name)
		switch {
		case !in.exists():
		case found.path != "":
			return input{}, said.Errorf("%q and %q lie in one folder; keep one", filepath.Base(found.path), name)
		default:
			found = in
		}
	}
	return found, nil
}

// Faults returns what is wrong with the decisions, given what does not fit the dataset by
// its JSON pointers, as an error that wraps graph.Problems, each with its place: of one
// value only the first that is wrong. It is nil when nothing is.
func (f AcceptanceFile) Faults(ofDataset graph.Problems) error {
	if f.doc == nil {
		return nil
	}
	faults := f.doc.Faults()
	for _, p := range ofDataset {
		if f.doc.Fits(p.Path) {
			p.Source = f.doc.Locate(p.Path)
			faults = append(faults, p)
		}
	}
	return f.describe(faults.Err())
}

func (f AcceptanceFile) describe(err error) error {
	var ps graph.Problems
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ps) && ps.Count() == 1:
		return said.Errorf("loading decisions about findings %q: nothing was checked because of 1 problem:\n%w", f.path, ps)
	case errors.As(err, &ps):
		return said.Errorf("loading decisions about findings %q: nothing was checked because of %d problems:\n%w", f.path, ps.Count(), ps)
	}
	return said.Errorf("loading decisions about findings %q: %w", f.path, err)
}

// isAcceptance reports whether a file holds decisions about findings, and no facts.
func isAcceptance(path string) bool {
	return isYAML(path) && strings.EqualFold(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), strings.TrimSuffix(AcceptanceName, ".yaml"))
}

// Place returns where the acceptance at a position stands.
func (f AcceptanceFile) Place(i int) graph.Source {
	if f.doc == nil {
		return graph.Source{}
	}
	return f.doc.Locate("/accept/" + strconv.Itoa(i))
}

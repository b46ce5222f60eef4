package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Account returns what becomes of every row and mark of the matrices at path,
// and the organizations that they name. It reads them without keeping them, so
// it takes no more memory for a large matrix than for a small one, task IDs
// aside.
func Account(ctx context.Context, path string, o Options) (graph.Account, []graph.Organization, error) {
	if hasModels(path, o) {
		g, err := open(ctx, path, o)
		if err != nil {
			return graph.Account{}, nil, describe(path, err)
		}
		return *g.Dataset().Account, g.Organizations(), nil
	}
	account, organizations, err := scanAll(ctx, path, o, nil)
	if err != nil {
		return graph.Account{}, nil, describe(path, err)
	}
	if hasHandoffs(ctx, path, o) {
		// What they say can only be told with the tasks that they name.
		g, err := open(ctx, path, o)
		if err != nil {
			return graph.Account{}, nil, describe(path, err)
		}
		account = *g.Dataset().Account
	}
	return account, organizations, nil
}

// Marks calls mark for every mark of the matrices at path, in the order in
// which they stand, without keeping them. When a matrix cannot be read, marks
// before the fault may have been handed over: call [Account] first to know.
func Marks(ctx context.Context, path string, o Options, mark func(graph.Assignment) error) error {
	_, _, err := scanAll(ctx, path, o, mark)
	if err != nil && !(errors.Is(err, errNoMatrix) && hasModels(path, o)) {
		return describe(path, err)
	}
	return nil
}

// errNoMatrix says that no row and no mark is there.
var errNoMatrix = said.New("the folder holds no matrix, so there is nothing to account for")

// scanAll scans every matrix at path and adds up their accounts.
func scanAll(ctx context.Context, path string, o Options, mark func(graph.Assignment) error) (graph.Account, []graph.Organization, error) {
	readings, err := readingsOf(ctx, path, o)
	if err != nil {
		return graph.Account{}, nil, err
	}
	var sum *graph.Account
	var organizations []graph.Organization
	var faults graph.Collector
	marked := map[string]bool{}
	for _, r := range readings {
		account, err := r.scan(ctx, mark)
		var ps graph.Problems
		switch {
		case errors.As(err, &ps):
			faults.AddAll(ps)
		case err != nil:
			return graph.Account{}, nil, err
		default:
			sum = addAccounts(sum, &account)
			for _, o := range r.Organizations {
				if _, known := marked[o.ID]; !known {
					organizations = append(organizations, o)
				}
				marked[o.ID] = marked[o.ID] || !slices.Contains(account.WithoutMarks, o.ID)
			}
		}
	}
	if err := faults.Problems().Err(); err != nil {
		return graph.Account{}, nil, err
	}
	sum.WithoutMarks = withoutMarks(sum.WithoutMarks, marked)
	return *sum, organizations, nil
}

func (r readingFile) scan(ctx context.Context, mark func(graph.Assignment) error) (graph.Account, error) {
	var account graph.Account
	err := r.withRows(ctx, func(rows table.Rows) (err error) {
		account, err = matrix.Scan(rows, r.Reading, filepath.Base(r.matrix.path), func(rec matrix.Record) error {
			for _, a := range rec.Marks {
				if mark == nil {
					break
				}
				if err := mark(a); err != nil {
					return err
				}
			}
			return nil
		})
		return err
	})
	return account, r.placed(err)
}

// readingsOf returns a reading for every matrix of the dataset at path.
func readingsOf(ctx context.Context, path string, o Options) ([]readingFile, error) {
	in, isFolder, err := o.find(path)
	switch {
	case err != nil:
		return nil, err
	case isFolder:
		return readingsIn(ctx, path, o)
	case in.isModel():
		return nil, errNoMatrix
	case isReading(in.path):
		r, err := parseReading(in, input{}, o)
		return []readingFile{r}, err
	case isMatrix(in.path):
		r, err := readingFor(ctx, in, o)
		return []readingFile{r}, err
	default:
		return nil, said.Errorf("%q is no matrix and no model, so there is nothing to account for; name a matrix, a model or a folder with one", filepath.Base(path))
	}
}

// readingFor returns the reading of a matrix: the one that the options name or
// that lies beside it, or else a proposed one.
func readingFor(ctx context.Context, in input, o Options) (readingFile, error) {
	reading, err := beside(in, o)
	if err != nil {
		return readingFile{}, err
	}
	if reading.path != "" {
		return parseReading(reading, in, o)
	}
	return proposeReading(ctx, in, o)
}

// readingsIn returns the readings of a folder, and one for each matrix in it
// that none of them names.
func readingsIn(ctx context.Context, folder string, o Options) ([]readingFile, error) {
	entries, err := entriesOf(folder)
	if err != nil {
		return nil, err
	}
	var readings []readingFile
	var faults graph.Problems
	var named []fs.FileInfo
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if e.IsDir() || IsHidden(e.Name()) || !isReading(path) {
			continue
		}
		r, err := parseReading(o.entry(folder, e.Name()), input{}, o)
		var ps graph.Problems
		if !errors.As(err, &ps) && err != nil {
			return nil, err
		}
		faults = append(faults, ps...)
		readings = append(readings, r)
		if info, err := r.matrix.stat(); err == nil {
			named = append(named, info)
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if e.IsDir() || IsHidden(e.Name()) || !isMatrix(path) || formats.IsNote(path) {
			continue
		}
		in := o.entry(folder, e.Name())
		if in.isModel() || isOnlyHandoffs(in) {
			continue
		}
		// A reading may name it in another case, or by a link.
		if info, err := in.stat(); err == nil && slices.ContainsFunc(named, func(n fs.FileInfo) bool { return os.SameFile(n, info) }) {
			continue
		}
		r, err := proposeReading(ctx, in, o)
		if err != nil {
			return nil, err
		}
		readings = append(readings, r)
	}
	if len(readings) == 0 {
		return nil, orNameIt(errNoMatrix, folder)
	}
	return readings, nil
}

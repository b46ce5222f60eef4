package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/files/schema"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// readingFile is a reading with the places of its keys.
type readingFile struct {
	matrix.Reading
	doc    *schema.Document
	matrix input
}

// parseReading reads a reading. Of the two names that a matrix can have, the one
// given by the caller wins over the one that the reading gives. The sheet of the
// options wins likewise.
func parseReading(in, table input, o Options) (readingFile, error) {
	text, err := in.read(schema.MaxBytes)
	if err != nil {
		return readingFile{}, err
	}
	r := readingFile{doc: schema.Parse(filepath.Base(in.path), text), matrix: table}
	if ps := r.doc.Check("reading"); len(ps) > 0 {
		return readingFile{}, ps
	}
	if err := r.doc.Decode(&r.Reading); err != nil {
		return readingFile{}, graph.Problems{{Source: graph.Source{File: r.doc.File()}, Value: "", Message: err.Error()}}
	}
	if o.Sheet != "" {
		r.Sheet = o.Sheet
	}
	if r.Format == "" {
		r.Format = table.format()
	}
	r.KeepUnread = r.KeepUnread && !o.Strict
	if r.matrix.path == "" {
		if r.Matrix == "" {
			return readingFile{}, graph.Problems{{Source: graph.Source{File: r.doc.File(), Line: 1}, Value: "", Message: `the key "matrix" is missing; name the file that this reading reads`}}
		}
		r.matrix = o.named(filepath.Dir(in.path), r.Matrix)
	}
	switch err := r.matrix.usable(r.limit()); {
	case errors.Is(err, fs.ErrNotExist):
		return readingFile{}, graph.Problems{{Source: r.doc.Locate("/matrix"), Value: r.Matrix, Message: noSuch(r.Matrix)}}
	case err != nil && table.path == "":
		return readingFile{}, graph.Problems{{Source: r.doc.Locate("/matrix"), Value: r.Matrix, Message: why(err)}}
	case err != nil:
		return readingFile{}, err
	}
	return r, nil
}

// noSuch says that a reading names no file.
func noSuch(name string) string {
	if strings.Contains(name, `\`) {
		return `no such file beside the reading; write / where the name has \, or correct it`
	}
	return "no such file beside the reading; correct the name"
}

// limit returns how many bytes the matrix may have. Opening it says what is wrong with
// a format that there is not.
func (r readingFile) limit() int64 {
	f, err := formats.Of(r.matrix.path, r.Format)
	if err != nil {
		return maxTable
	}
	return f.Most
}

// readingNames returns the path of the matrix that a reading names, from where the
// reading lies, or "" when something hides it; ok is false when it names none, or is
// not there.
func readingNames(in input) (name string, ok bool) {
	text, err := in.read(schema.MaxBytes)
	if err != nil {
		return "", !errors.Is(err, fs.ErrNotExist)
	}
	doc := schema.Parse("", text)
	if doc.Faults().Count() > 0 {
		return "", true
	}
	object, _ := doc.Value().(map[string]any)
	if name, ok = object["matrix"].(string); ok {
		name = filepath.Clean(filepath.FromSlash(name))
	}
	return name, ok
}

// importMatrix reads the facts of the matrix.
func (r readingFile) importMatrix(ctx context.Context) (part, error) {
	var d graph.Dataset
	err := r.withRows(ctx, func(rows table.Rows) (err error) {
		d, err = matrix.Import(rows, r.Reading, filepath.Base(r.matrix.path))
		return err
	})
	return part{doc: r.doc, matrix: true, facts: d}, r.placed(err)
}

// placed gives faults of the reading itself their place in its file.
func (r readingFile) placed(err error) error {
	var ps graph.Problems
	if errors.As(err, &ps) && r.doc != nil {
		for i := range ps {
			if ps[i].Source == (graph.Source{}) {
				ps[i].Source = r.doc.Locate(ps[i].Path)
			}
		}
	}
	return err
}

// withRows opens the matrix and hands its rows to use. What was taken for granted to
// open it is then among the assumptions of the reading. The rows end with ctx.
func (r *readingFile) withRows(ctx context.Context, use func(table.Rows) error) error {
	return r.matrix.use(r.limit(), func(f table.File) error {
		rows, assumptions, err := formats.Choose(f, filepath.Base(r.matrix.path), r.Format, r.Sheet)
		if err != nil {
			return err
		}
		for _, a := range assumptions {
			if !said.Has(r.Assumptions, a) {
				r.Assumptions = append(slices.Clip(r.Assumptions), a)
			}
		}
		return use(untilDone(ctx, rows))
	})
}

// untilDone ends rows with the error of ctx once it is done.
func untilDone(ctx context.Context, rows table.Rows) table.Rows {
	return func(yield func(table.Row, error) bool) {
		for row, err := range rows {
			if err == nil {
				err = ctx.Err()
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// beside returns the path of the reading for a matrix, or "" when it has none:
// the one that the options name, NAME.reading.yaml, or a reading.yaml that
// names the matrix, or that is so broken that it may. Each may end in .yml.
func beside(table input, o Options) (input, error) {
	if o.Reading != "" {
		if _, err := os.Stat(o.Reading); err != nil {
			return input{}, said.Errorf("opening the reading: %w", err)
		}
		return input{path: o.Reading}, nil
	}
	if table.piped != nil {
		return input{}, nil
	}
	folder, base := filepath.Dir(table.path), filepath.Base(table.path)
	for _, ending := range []string{".yaml", ".yml"} {
		own := strings.TrimSuffix(base, filepath.Ext(base)) + ".reading" + ending
		if in := o.entry(folder, own); in.exists() {
			return in, nil
		}
	}
	for _, ending := range []string{".yaml", ".yml"} {
		shared := o.entry(folder, "reading"+ending)
		if name, known := readingNames(shared); known && (name == "" || name == base) {
			return shared, nil
		}
	}
	return input{}, nil
}

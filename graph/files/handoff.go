package files

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/handoffs"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// maxChart is the most bytes that a file with flowcharts may have. Markdown with more is
// taken for something else.
const maxChart = 1 << 20

// handoffFile is a table of handoffs, or a file with flowcharts.
type handoffFile struct {
	in    input
	sheet string // of a workbook
	chart bool
}

// isChart reports whether a file is a flowchart.
func isChart(path string) bool {
	return extension(path) == ".mmd" || extension(path) == ".mermaid"
}

func isMarkdown(path string) bool {
	return extension(path) == ".md" || extension(path) == ".markdown"
}

// isHandoffs reports whether a file is called like a table of handoffs: handoffs.csv, or
// NAME.handoffs.csv.
func isHandoffs(path string) bool {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return isMatrix(path) && (handoffs.IsName(stem) || handoffs.IsName(strings.TrimPrefix(filepath.Ext(stem), ".")))
}

// handoffSheets returns the sheets of a file that hold handoffs, but for one that is
// chosen as the matrix, and whether the file may hold a matrix besides. A file that
// cannot be opened may: reading it says why it cannot.
func handoffSheets(in input, chosen string) (sheets []string, hasMatrix bool) {
	as, ok := formats.Ending(in.path)
	if !ok {
		return nil, false
	}
	if !as.Sheets && isHandoffs(in.path) {
		return []string{""}, false
	}
	if !as.Sheets {
		return nil, true
	}
	others := false
	err := in.use(as.Most, func(f table.File) error {
		b, err := formats.Open(f, filepath.Base(in.path), "")
		if err != nil {
			return err
		}
		for _, s := range b.Sheets {
			if s.Aside && !s.Hidden && !strings.EqualFold(s.Name, chosen) {
				sheets = append(sheets, s.Name)
			}
		}
		others = len(sheets) == 0 || slices.ContainsFunc(b.Visible(), func(s table.Sheet) bool { full, err := s.HasText(); return full || err != nil })
		return nil
	})
	switch {
	case isHandoffs(in.path) && (err != nil || len(sheets) == 0):
		return []string{""}, false
	case err != nil:
		return nil, true
	}
	return sheets, others || chosen != ""
}

// handoffsIn returns the files of a folder that hold handoffs and no matrix.
func handoffsIn(folder string, o Options) ([]handoffFile, error) {
	entries, err := entriesOf(folder)
	if err != nil {
		return nil, err
	}
	var list []handoffFile
	for _, e := range entries {
		in := o.entry(folder, e.Name())
		switch {
		case e.IsDir() || IsHidden(e.Name()):
		case isChart(e.Name()), isMarkdown(e.Name()) && in.hasFlowchart():
			list = append(list, handoffFile{in: in, chart: true})
		case isHandoffs(e.Name()), isMatrix(e.Name()) && !formats.IsNote(e.Name()) && isOnlyHandoffs(in):
			sheets, _ := handoffSheets(in, "")
			for _, sheet := range sheets {
				list = append(list, handoffFile{in: in, sheet: sheet})
			}
		}
	}
	return list, nil
}

// isOnlyHandoffs reports whether a file in a folder holds handoffs and no matrix.
func isOnlyHandoffs(in input) bool {
	sheets, hasMatrix := handoffSheets(in, "")
	return len(sheets) > 0 && (!hasMatrix || isHandoffs(in.path))
}

// hasFlowchart reports whether a file of Markdown holds a flowchart.
func (in input) hasFlowchart() bool {
	text, err := in.read(maxChart)
	return err == nil && handoffs.HasFlowchart(text)
}

// besides returns the sheets with handoffs of the workbooks that readings read, each once.
func besides(readings []readingFile) []handoffFile {
	var list []handoffFile
	for _, r := range readings {
		sheets, _ := handoffSheets(r.matrix, r.Sheet)
		for _, sheet := range sheets {
			file := handoffFile{in: r.matrix, sheet: sheet}
			if !slices.ContainsFunc(list, func(h handoffFile) bool { return h.in.path == file.in.path && h.sheet == sheet }) {
				list = append(list, file)
			}
		}
	}
	return list
}

// stated reads what files state of handoffs. Faults are graph.Problems, all of them.
func stated(ctx context.Context, files []handoffFile) ([]handoffs.Stated, error) {
	var list []handoffs.Stated
	var faults graph.Problems
	n := 0
	for _, f := range files {
		more, err := f.read(ctx)
		var ps graph.Problems
		switch {
		case errors.As(err, &ps):
			faults = append(faults, ps...)
		case err != nil:
			return nil, err
		}
		list = append(list, more...)
		for _, s := range more {
			n += len(s.Entries)
		}
		if n > graph.MaxHandoffs {
			p := graph.Problem{Source: graph.Source{File: filepath.Base(f.in.path)}, Value: strconv.Itoa(n)}
			return nil, append(faults, p.Saying("are too many handoffs: a dataset has at most %d; split it into several datasets", graph.MaxHandoffs))
		}
	}
	return list, faults.Err()
}

func (f handoffFile) read(ctx context.Context) ([]handoffs.Stated, error) {
	name := filepath.Base(f.in.path)
	if f.chart {
		text, err := f.in.read(maxChart)
		if err != nil {
			return nil, err
		}
		list, faults := handoffs.Flowcharts(name, bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), isMarkdown(name))
		return list, faults.Err()
	}
	as, _ := formats.Ending(name)
	var s handoffs.Stated
	err := f.in.use(as.Most, func(file table.File) error {
		rows, assumptions, err := formats.Choose(file, name, "", f.sheet)
		if err != nil {
			return err
		}
		s, err = handoffs.Read(untilDone(ctx, rows), graph.Source{File: name, Sheet: f.sheet})
		s.Notes = append(s.Notes, assumptions...)
		return err
	})
	return []handoffs.Stated{s}, err
}

// addStated adds what tables and flowcharts state to a dataset, and to its account what
// was taken for granted.
func addStated(d *graph.Dataset, list []handoffs.Stated) (handoffs.Added, graph.Problems) {
	added, faults := handoffs.Add(d, list)
	if len(added.Notes) == 0 {
		return added, faults
	}
	account := graph.Account{WithoutMarks: []string{}, UnusedHeadings: []graph.Heading{}}
	if d.Account != nil {
		account = *d.Account
	}
	account.Assumptions = slices.Concat(account.Assumptions, added.Notes)
	d.Account = &account
	return added, faults
}

// errOnlyHandoffs says that handoffs alone are no dataset.
var errOnlyHandoffs = said.New("this holds handoffs, and the tasks that they name stand in a matrix; put both into one folder and name that, or make the table the sheet Handoffs of the workbook with the matrix")

// apart returns the files that no reading takes for a matrix.
func apart(list []handoffFile, readings []readingFile) []handoffFile {
	return slices.DeleteFunc(list, func(h handoffFile) bool {
		return slices.ContainsFunc(readings, func(r readingFile) bool { return r.matrix.path == h.in.path && strings.EqualFold(r.Sheet, h.sheet) })
	})
}

// hasHandoffs reports whether there are tables or flowcharts at a path.
func hasHandoffs(ctx context.Context, path string, o Options) bool {
	readings, err := readingsOf(ctx, path, o)
	if err != nil {
		return false
	}
	if len(besides(readings)) > 0 {
		return true
	}
	list, err := handoffsIn(path, o)
	return err == nil && len(apart(list, readings)) > 0
}

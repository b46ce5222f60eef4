package files

import (
	"os"
	"path/filepath"

	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Options say how to open what the path alone does not tell.
type Options struct {
	Reading string // the reading of a matrix, when it does not lie beside it
	Sheet   string // the sheet of a workbook, when it holds several matrices
	Piped   *Piped // what the path Stdin stands for
	Strict  bool   // stop at a cell among the marks that cannot be read, whatever a reading says

	// AllowOutside lets the files of a dataset name others outside its folder, by
	// path or by link. What they name is then read with the rights of the user.
	AllowOutside bool
}

// Misplaced says which of the options would be ignored for the dataset at path.
func (o Options) Misplaced(path string) error {
	if o.Reading == "" && o.Sheet == "" {
		return nil
	}
	in := o.given(path)
	if in.piped == nil {
		switch info, err := os.Stat(path); {
		case err != nil:
			return nil // opening it says so
		case info.IsDir():
			return said.Errorf("%s is for one matrix, and %q is a folder; name the matrix itself", o.flag(), path)
		}
	}
	switch {
	case isReading(in.path) && o.Reading == "":
	case isReading(in.path):
		return said.Errorf("--reading is for a matrix, and %q is a reading; name one of them", path)
	case !isMatrix(in.path):
		return said.Errorf("%s is for a matrix, and %q is none", o.flag(), path)
	case o.Sheet != "" && !in.hasSheets():
		return said.Errorf("--sheet is for a workbook or a document with tables, and %q is none", path)
	}
	return nil
}

// flag names the first of the flags that are given.
func (o Options) flag() string {
	if o.Reading != "" {
		return "--reading"
	}
	return "--sheet"
}

// hasSheets reports whether a matrix may hold several tables. One that cannot be opened
// may: opening it says what is wrong.
func (in input) hasSheets() bool {
	sheets := true
	_ = in.use(maxTable, func(f table.File) error {
		as, err := formats.Holds(f, filepath.Base(in.path))
		sheets = as.Sheets || err != nil
		return nil
	})
	return sheets
}

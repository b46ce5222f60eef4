package table

import (
	"fmt"
	"path/filepath"
	"strings"
)

// The formats that are tried here.
const (
	TSV Format = "tsv"
	CSV Format = "csv"
)

// Open returns the rows of a sheet, as package formats finds them.
func Open(f File, name string, format Format, sheet string) (Rows, error) {
	open := map[string]func(File) (Book, error){".tsv": OpenTSV, ".tab": OpenTSV, ".txt": OpenTSV, ".csv": OpenCSV}
	ending := strings.ToLower(filepath.Ext(name))
	if format != "" {
		ending = "." + string(format)
	}
	if open[ending] == nil {
		return nil, fmt.Errorf("the ending %q is tried nowhere", ending)
	}
	b, err := open[ending](f)
	if err != nil {
		return nil, err
	}
	s, err := b.Choose(sheet)
	return Named(name, s.Rows), err
}

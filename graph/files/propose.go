package files

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"tasuki/graph/matrix"
)

// Propose returns a draft of a reading for the matrix at path, as YAML. With
// o.Reading it keeps that reading, its corrections apart, which it drafts anew.
func Propose(ctx context.Context, path string, o Options) ([]byte, error) {
	draft, err := draftReading(ctx, path, o)
	if err != nil {
		return nil, fmt.Errorf("proposing a reading for %q: %w", path, err)
	}
	draft.Matrix = filepath.Base(path)
	return encodeReading(draft.Reading)
}

func draftReading(ctx context.Context, path string, o Options) (readingFile, error) {
	if _, err := os.Stat(path); err != nil {
		return readingFile{}, withHint(err)
	}
	if !isMatrix(path) {
		return readingFile{}, fmt.Errorf("it is no matrix; name a file that ends in one of %s", strings.Join(matrix.Extensions(), ", "))
	}
	if o.Reading == "" {
		return propose(ctx, input{path: path}, o)
	}
	r, err := parseReading(input{path: o.Reading}, input{path: path}, o)
	if err != nil {
		return readingFile{}, err
	}
	rows, err := r.collect(ctx, 0)
	if err != nil {
		return readingFile{}, err
	}
	r.Rows = nil
	r.Reading = matrix.Align(rows, r.Reading)
	return r, nil
}

// sample is how many rows of a sheet a proposal looks at. A matrix that goes on
// behind them is taken to go on alike.
const sample = 20_000

// propose drafts a reading for a matrix that has none.
func propose(ctx context.Context, in input, o Options) (readingFile, error) {
	names := []string{o.Sheet}
	if format, err := sheetsOf(in); err != nil {
		return readingFile{}, err
	} else if o.Sheet == "" && len(format) > 0 {
		names = format
	}
	var sheets []matrix.Sheet
	end := map[string]int{} // sheet -> the last line looked at, if it goes on
	for _, name := range names {
		r := readingFile{matrix: in}
		r.Sheet = name
		rows, err := r.collect(ctx, sample+1)
		if err != nil {
			return readingFile{}, err
		}
		if len(rows) > sample {
			rows = rows[:sample]
			end[name] = rows[sample-1].Line
		}
		sheets = append(sheets, matrix.Sheet{Name: name, Rows: rows})
	}
	draft, err := matrix.Propose(filepath.Base(in.path), sheets, matrix.ProposeOptions{Sheet: o.Sheet})
	if last := end[draft.Sheet]; err == nil && last > 0 {
		extend(&draft, last)
	}
	return readingFile{Reading: draft, matrix: in}, err
}

// extend lets a block that runs up to the last line looked at run to the end of
// the table.
func extend(r *matrix.Reading, last int) {
	for i := range r.Blocks {
		if r.Blocks[i].Lines.Last == last {
			r.Blocks[i].Lines.Last = 0
		}
	}
	r.Assumptions = append(r.Assumptions, fmt.Sprintf("blocks: only the first %d rows were looked at; a block that reaches there is taken to run to the end; change its \"lines\"", sample))
}

// sheetsOf returns the sheets of a workbook, or nothing for a text file.
func sheetsOf(in input) ([]string, error) {
	if !isWorkbook(in.path) {
		return nil, nil
	}
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return matrix.Sheets(f)
}

// collect returns the rows of the matrix: the first most, or all when most is 0.
func (r readingFile) collect(ctx context.Context, most int) ([]matrix.Row, error) {
	var all []matrix.Row
	err := r.withRows(ctx, func(rows matrix.Rows) error {
		for row, err := range rows {
			if err != nil {
				return err
			}
			row.Cells = slices.Clone(row.Cells)
			all = append(all, row)
			if len(all) == most {
				break
			}
		}
		return nil
	})
	return all, err
}

// columnKey is a column number as a key, which reads as well without quotes.
var columnKey = regexp.MustCompile(`^(\s*)"(\d+)":`)

// remarks stand above the keys of a drafted reading.
var remarks = map[string]string{
	"assumptions":   "What was taken for granted. Delete each line that you have checked.",
	"organizations": "The parties. Give each a kind (client, vendor, incumbent), and names in ja and en.",
	"rules":         "How several marks in a row are meant; see docs/definitions.md.",
	"glyphs":        "What the marks mean.",
	"timings":       "The timing words.",
	"blocks":        "Where the task rows and their headings are, and which column is which organization.",
	"rows":          "Rows whose marks do not stand under their heading, and why they are read as they are.",
}

// encodeReading writes a reading as YAML with a remark above each part.
func encodeReading(r matrix.Reading) ([]byte, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	text, err = toYAML(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString("# A proposed reading. Save it beside its matrix as NAME.reading.yaml and correct it.\n")
	for line := range strings.Lines(string(text)) {
		line = columnKey.ReplaceAllString(line, "$1$2:")
		key, _, _ := strings.Cut(line, ":")
		if remark, ok := remarks[key]; ok {
			fmt.Fprintf(&b, "\n# %s\n", remark)
		}
		b.WriteString(line)
	}
	return b.Bytes(), nil
}

// oldBooleans are texts that readers of YAML 1.1 take for true and false.
var oldBooleans = []string{"yes", "no", "on", "off", "y", "n"}

// toYAML returns JSON as people write YAML, its keys in the same order.
func toYAML(text []byte) ([]byte, error) {
	var root yaml.Node
	if err := yaml.Load(text, &root); err != nil {
		return nil, err
	}
	var block func(n *yaml.Node)
	block = func(n *yaml.Node) {
		n.Style = 0
		if slices.Contains(oldBooleans, strings.ToLower(n.Value)) {
			n.Style = yaml.DoubleQuotedStyle
		}
		for _, inner := range n.Content {
			block(inner)
		}
	}
	block(&root)
	return yaml.Dump(&root, yaml.WithLineWidth(-1), yaml.WithQuotePreference(yaml.QuoteDouble))
}

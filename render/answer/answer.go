package answer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document/text"
	"tasuki/render/typeset"
)

// AnswerFormat is a way to print the answer of a database.
type AnswerFormat string

// The formats of answers. What hides in a text is an escape in all of them: in JSON
// one that means the same, in the others one to be seen.
const (
	AnswerTable AnswerFormat = "table" // columns for people; holds the first rows to see how wide they are
	AnswerJSON  AnswerFormat = "json"  // one list of objects
	AnswerLines AnswerFormat = "jsonl" // one object a line
	AnswerCSV   AnswerFormat = "csv"   // with a heading; lists and maps as JSON; a text like a formula gets a ' before it
)

// Answer prints rows as they arrive. Call Columns once, Row for each row, and
// Close at the end, or Cut where the answer breaks off.
type Answer struct {
	format  AnswerFormat
	out     *bufio.Writer
	csv     *csv.Writer
	columns []string
	rows    int
	begun   bool       // what stands before the first row is written
	waiting [][]string // rows of a table whose widths are not settled
	widths  []int
}

const (
	settled    = 200 // how many rows of a table decide how wide its columns are
	widestCell = 60  // how wide a column gets at most; longer cells push the next ones aside
)

// NewAnswer returns an Answer that prints to w.
func NewAnswer(w io.Writer, format AnswerFormat) *Answer {
	out := bufio.NewWriter(w)
	return &Answer{format: format, out: out, csv: csv.NewWriter(out)}
}

// Columns begins the answer.
func (a *Answer) Columns(columns []string) error {
	a.columns = columns
	return nil
}

// begin writes what stands before the first row. It waits until there is one, or the
// answer is known to have none: a heading alone looks like an answer.
func (a *Answer) begin() error {
	if a.begun {
		return nil
	}
	a.begun = true
	switch a.format {
	case AnswerCSV:
		return a.csv.Write(mapped(a.columns, func(name string) string { return inert(csvText(name)) }))
	case AnswerJSON:
		_, err := a.out.WriteString("[")
		return err
	case AnswerTable:
		a.waiting = append(a.waiting, mapped(a.columns, typeset.OneLine))
	}
	return nil
}

// mapped returns the texts that write makes of texts.
func mapped(texts []string, write func(string) string) []string {
	cells := make([]string, len(texts))
	for i, text := range texts {
		cells[i] = write(text)
	}
	return cells
}

// Row prints a row of as many values as there are columns.
func (a *Answer) Row(row []any) error {
	if err := a.begin(); err != nil {
		return err
	}
	a.rows++
	switch a.format {
	case AnswerJSON, AnswerLines:
		return a.object(row)
	}
	cells := make([]string, len(row))
	for i, v := range row {
		text, err := Cell(v)
		if err != nil {
			return err
		}
		cells[i] = text
	}
	if a.format == AnswerCSV {
		for i, v := range row {
			cells[i] = csvText(cells[i])
			if _, isText := v.(string); isText {
				cells[i] = inert(cells[i])
			}
		}
		return a.csv.Write(cells)
	}
	cells = mapped(cells, typeset.OneLine)
	if a.widths != nil {
		return a.line(cells)
	}
	if a.waiting = append(a.waiting, cells); len(a.waiting) > settled {
		return a.settle()
	}
	return nil
}

// Close ends a whole answer and writes what is still held.
func (a *Answer) Close() error {
	if a.columns == nil {
		return nil
	}
	err := a.begin()
	if err == nil && a.format == AnswerTable {
		err = a.settle()
	}
	return a.finish(err, map[AnswerFormat]string{
		AnswerJSON:  "]\n",
		AnswerTable: "(" + a.counted() + ")\n",
	}[a.format])
}

// Cut ends an answer that is not whole. An answer without a row prints nothing; the
// others end in a line with the reason that no reader of the format takes for data:
// neither JSON list nor the quotes of CSV are closed.
func (a *Answer) Cut(reason string) error {
	if a.rows == 0 {
		return nil
	}
	var err error
	if a.format == AnswerTable {
		err = a.settle()
	}
	says := fmt.Sprintf("cut off after %s: %s", a.counted(), typeset.OneLine(reason))
	return a.finish(err, map[AnswerFormat]string{
		AnswerTable: "(" + says + ")\n",
		AnswerJSON:  "\n" + says + "\n",
		AnswerLines: says + "\n",
		AnswerCSV:   `"` + strings.ReplaceAll(says, `"`, "'") + "\n",
	}[a.format])
}

func (a *Answer) counted() string {
	if a.rows == 1 {
		return "1 row"
	}
	return fmt.Sprintf("%d rows", a.rows)
}

// finish writes the last line unless something has failed before.
func (a *Answer) finish(err error, last string) error {
	if err == nil {
		a.csv.Flush()
		err = a.csv.Error()
	}
	if err == nil {
		_, err = a.out.WriteString(last)
	}
	if err == nil {
		err = a.out.Flush()
	}
	if err != nil {
		return said.Errorf("writing the answer: %w", err)
	}
	return nil
}

// object prints a row as a JSON object with its keys in the order of the
// columns, all of it or nothing.
func (a *Answer) object(row []any) error {
	var b bytes.Buffer
	if a.format == AnswerJSON && a.rows > 1 {
		b.WriteString(",\n")
	}
	b.WriteString("{")
	for i, v := range row {
		key, err := graph.JSONLine(a.columns[i])
		if err != nil {
			return err
		}
		value, err := graph.JSONLine(v)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "%s:%s", typeset.VisibleJSON(key), typeset.VisibleJSON(value))
	}
	b.WriteString("}")
	if a.format == AnswerLines {
		b.WriteString("\n")
	}
	_, err := a.out.Write(b.Bytes())
	return err
}

// settle decides the widths of a table and prints the rows that waited.
func (a *Answer) settle() error {
	if a.widths == nil {
		a.widths = make([]int, len(a.columns))
		for _, cells := range a.waiting {
			for i, cell := range cells {
				a.widths[i] = min(widestCell, max(a.widths[i], text.ColumnsOf(cell)))
			}
		}
	}
	for _, cells := range a.waiting {
		if err := a.line(cells); err != nil {
			return err
		}
	}
	a.waiting = nil
	return nil
}

func (a *Answer) line(cells []string) error {
	var b strings.Builder
	for i, cell := range cells {
		b.WriteString(cell)
		if i < len(cells)-1 {
			b.WriteString(strings.Repeat(" ", max(0, a.widths[i]-text.ColumnsOf(cell))+2))
		}
	}
	_, err := fmt.Fprintln(a.out, strings.TrimRight(b.String(), " "))
	return err
}

// csvText returns a text that CSV may hold with the breaks of its lines.
func csvText(s string) string {
	return typeset.WithEscapes(s, func(r rune) bool { return typeset.Hidden(r) && r != '\n' && r != '\r' && r != '\t' })
}

// inert returns a text that a spreadsheet does not take for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Cell returns a value as a cell: texts as they are, nothing as nothing, all else as
// JSON, in time in proportion to it. The error is that of a value that JSON has not.
func Cell(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case float64:
		text, err := json.Marshal(v)
		return string(text), err
	}
	text, err := graph.JSONLine(v)
	return string(typeset.VisibleJSON(text)), err
}

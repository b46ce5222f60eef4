package render

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// AnswerFormat is a way to print the answer of a database.
type AnswerFormat string

// The formats of answers.
const (
	AnswerTable AnswerFormat = "table" // columns for people; holds the first rows to see how wide they are
	AnswerJSON  AnswerFormat = "json"  // one list of objects
	AnswerLines AnswerFormat = "jsonl" // one object a line
	AnswerCSV   AnswerFormat = "csv"   // with a heading; lists and maps as JSON; a text like a formula gets a ' before it
)

// Answer prints rows as they arrive. Call Columns once, Row for each row, and
// Close at the end.
type Answer struct {
	format  AnswerFormat
	out     *bufio.Writer
	csv     *csv.Writer
	columns []string
	rows    int
	waiting [][]string // rows of a table whose widths are not settled
	widths  []int
}

// settled is how many rows of a table decide how wide its columns are.
const settled = 200

// NewAnswer returns an Answer that prints to w.
func NewAnswer(w io.Writer, format AnswerFormat) *Answer {
	out := bufio.NewWriter(w)
	return &Answer{format: format, out: out, csv: csv.NewWriter(out)}
}

// Columns begins the answer.
func (a *Answer) Columns(columns []string) error {
	a.columns = columns
	switch a.format {
	case AnswerCSV:
		return a.csv.Write(columns)
	case AnswerJSON:
		_, err := a.out.WriteString("[")
		return err
	case AnswerTable:
		a.waiting = append(a.waiting, columns)
	}
	return nil
}

// Row prints a row of as many values as there are columns.
func (a *Answer) Row(row []any) error {
	a.rows++
	switch a.format {
	case AnswerJSON, AnswerLines:
		return a.object(row)
	}
	cells := make([]string, len(row))
	for i, v := range row {
		text, err := cellText(v)
		if err != nil {
			return err
		}
		cells[i] = text
	}
	if a.format == AnswerCSV {
		for i, v := range row {
			if _, isText := v.(string); isText {
				cells[i] = inert(cells[i])
			}
		}
		return a.csv.Write(cells)
	}
	for i := range cells {
		cells[i] = oneLine(cells[i])
	}
	if a.widths != nil {
		return a.line(cells)
	}
	if a.waiting = append(a.waiting, cells); len(a.waiting) > settled {
		return a.settle()
	}
	return nil
}

// Close ends the answer and writes what is still held.
func (a *Answer) Close() error {
	var err error
	switch {
	case a.columns == nil:
	case a.format == AnswerCSV:
		a.csv.Flush()
		err = a.csv.Error()
	case a.format == AnswerJSON:
		_, err = a.out.WriteString("]\n")
	case a.format == AnswerTable:
		if err = a.settle(); err == nil {
			_, err = fmt.Fprintf(a.out, "(%d rows)\n", a.rows)
		}
	}
	if err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	if err := a.out.Flush(); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	return nil
}

// object prints a row as a JSON object with its keys in the order of the
// columns.
func (a *Answer) object(row []any) error {
	if a.format == AnswerJSON && a.rows > 1 {
		a.out.WriteString(",\n")
	}
	a.out.WriteString("{")
	for i, v := range row {
		key, err := compact(a.columns[i])
		if err != nil {
			return err
		}
		value, err := compact(v)
		if err != nil {
			return err
		}
		if i > 0 {
			a.out.WriteString(",")
		}
		fmt.Fprintf(a.out, "%s:%s", key, value)
	}
	a.out.WriteString("}")
	if a.format == AnswerLines {
		a.out.WriteString("\n")
	}
	return nil
}

// settle decides the widths of a table and prints the rows that waited.
func (a *Answer) settle() error {
	if a.widths == nil {
		a.widths = make([]int, len(a.columns))
		for _, cells := range a.waiting {
			for i, cell := range cells {
				a.widths[i] = max(a.widths[i], columnsOf(cell))
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
			b.WriteString(strings.Repeat(" ", max(0, a.widths[i]-columnsOf(cell))+2))
		}
	}
	_, err := fmt.Fprintln(a.out, strings.TrimRight(b.String(), " "))
	return err
}

// oneLine returns a text that cannot move a terminal's cursor: without line
// breaks and other control characters.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(InOrder(s), func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
}

// inert returns a text that a spreadsheet does not take for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// cellText returns a value as a cell: texts as they are, nothing as nothing, all
// else as JSON.
func cellText(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case float64:
		text, err := json.Marshal(v)
		return string(text), err
	}
	text, err := compact(v)
	return string(text), err
}

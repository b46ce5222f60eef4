package drill

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Format is how a record is written down.
type Format string

// The formats of records.
const (
	JSONLines Format = "jsonl" // an object a line
	CSV       Format = "csv"   // with a heading; a text like a formula gets a ' before it
)

// Formats lists the formats in the order in which they are offered.
func Formats() []Format { return []Format{JSONLines, CSV} }

// Parse reads a record, line by line. The error, when there is one, is
// graph.Problems with every fault, by file, line and, in CSV, column.
func Parse(file string, format Format, text []byte) ([]Entry, error) {
	p := parser{file: file}
	if format == CSV {
		p.csv(text)
	} else {
		p.lines(text)
	}
	return p.entries, p.faults.Problems().Err()
}

// parser gathers what is in a record.
type parser struct {
	file    string
	entries []Entry
	faults  graph.Collector
}

// fault notes a fault of a line.
func (p *parser) fault(line, column int, value, format string, args ...any) {
	at := graph.Source{File: p.file, Line: line, Column: column}
	p.faults.Add(graph.Problem{Source: at, Value: value}.Saying(format, args...))
}

// add takes an entry, or its faults.
func (p *parser) add(line int, e Entry, column func(field string) int) {
	faults := e.Check()
	for _, f := range faults {
		field := strings.TrimPrefix(f.Path, "/")
		f.Source = graph.Source{File: p.file, Line: line, Column: column(field)}
		f.Path, f.Message = "", field+": "+f.Message
		p.faults.Add(f)
	}
	if len(faults) == 0 {
		p.entries = append(p.entries, e)
	}
}

func (p *parser) lines(text []byte) {
	line := 0
	for l := range bytes.Lines(text) {
		line++
		switch {
		case len(bytes.TrimSpace(l)) == 0:
			continue
		case !utf8.Valid(l): // the decoder would put U+FFFD in the place of what it cannot read
			p.fault(line, 0, string(l), "is not valid UTF-8; save the file as UTF-8")
			continue
		}
		var e Entry
		dec := json.NewDecoder(bytes.NewReader(l))
		dec.DisallowUnknownFields()
		err := dec.Decode(&e)
		if _, more := dec.Token(); err == nil && more != io.EOF {
			err = said.New("more after the object; one line holds one")
		}
		if err != nil {
			p.fault(line, 0, strings.TrimSpace(string(l)), "is no entry of a record: %v", err)
			continue
		}
		p.add(line, e, func(string) int { return 0 })
	}
}

// Line returns an entry as one line of a record, with its line break. In an
// empty record in CSV the heading comes first. The entry must pass Check.
func (e Entry) Line(format Format, first bool) ([]byte, error) {
	if format == CSV {
		as := basic
		if e.extended() {
			as = columns
		}
		return e.row(as, first)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(e)
	return b.Bytes(), err
}

// formula begins what a spreadsheet takes for a formula.
const formula = "=+-@"

// covered returns a text that no spreadsheet takes for a formula: with an
// apostrophe before it, as before one that would be read as covered.
func covered(s string) string {
	if s != "" && strings.ContainsRune(formula, rune(s[0])) || uncovered(s) != s {
		return "'" + s
	}
	return s
}

// uncovered returns what a text was before it was covered.
func uncovered(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune(formula+"'", rune(s[1])) {
		return s[1:]
	}
	return s
}

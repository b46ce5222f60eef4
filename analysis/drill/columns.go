package drill

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// columns may head a record in CSV. Records that say nothing else of their entries have the basic ones,
// as all had once.
var (
	basic   = []string{"time", "flow", "from", "to", "outcome", "note"}
	columns = append(slices.Clip(basic), "number", "minutes", "evaluator", "finding", "owner", "due")
)

// extended reports whether an entry says more than the basic columns hold.
func (e Entry) extended() bool {
	return e.Number != 0 || e.Minutes != 0 || e.Evaluator+e.Finding+e.Owner+e.Due != ""
}

func (p *parser) csv(text []byte) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	var heading []string
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			var syntax *csv.ParseError
			errors.As(err, &syntax)
			p.fault(syntax.Line, syntax.Column, "", "is not valid CSV: %v", syntax.Err)
			return
		}
		line, _ := r.FieldPos(0)
		switch {
		case heading == nil && !p.heads(line, cells):
			return
		case heading == nil:
			heading = cells
		case len(cells) > len(heading) || len(cells) < min(len(heading), len(basic)):
			p.fault(line, 0, strings.Join(cells, ","), "has %d fields, an entry has %d", len(cells), len(heading))
		default:
			p.row(line, heading, cells)
		}
	}
}

// heads reports whether the cells of a line are the heading of a record, in any order.
func (p *parser) heads(line int, cells []string) bool {
	known := slices.ContainsFunc(cells, func(c string) bool { return slices.Contains(basic, c) })
	ok := true
	for i, c := range cells {
		switch {
		case slices.Contains(cells[:i], c):
			p.fault(line, i+1, c, "heads two columns; keep one of both")
		case known && !slices.Contains(columns, c):
			p.fault(line, i+1, c, "heads no column of a record; remove the column, or name it as one of %s", strings.Join(columns, ","))
		default:
			continue
		}
		ok = false
	}
	for _, c := range basic {
		if !slices.Contains(cells, c) {
			p.fault(line, 0, strings.Join(cells, ","), "is not the heading of a record; begin the file with %s", strings.Join(basic, ","))
			return false
		}
	}
	return ok
}

// row takes the cells of a line; those that are missing at its end are empty.
func (p *parser) row(line int, heading, cells []string) {
	var e Entry
	ok := true
	for i, cell := range cells {
		cell = uncovered(cell)
		if text := e.textAt(heading[i]); text != nil {
			*text = cell
			continue
		}
		switch n, err := strconv.Atoi(cell); {
		case heading[i] == "outcome":
			e.Outcome = Outcome(cell)
		case cell != "" && (err != nil || n == 0):
			p.fault(line, i+1, cell, "%s: is no whole number from 1 on; leave it empty where there is none", heading[i])
			ok = false
		case heading[i] == "number":
			e.Number = n
		default:
			e.Minutes = n
		}
	}
	if ok {
		p.add(line, e, func(field string) int { return slices.Index(heading, field) + 1 })
	}
}

// textAt returns the text of an entry that stands in a column; nil where it is none.
func (e *Entry) textAt(column string) *string {
	switch column {
	case "time":
		return &e.Time
	case "flow":
		return &e.Flow
	case "from":
		return &e.From
	case "to":
		return &e.To
	case "note":
		return &e.Note
	case "evaluator":
		return &e.Evaluator
	case "finding":
		return &e.Finding
	case "owner":
		return &e.Owner
	case "due":
		return &e.Due
	}
	return nil
}

// row returns an entry as a line of CSV below a heading, which comes first if asked for.
func (e Entry) row(heading []string, first bool) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	cells := make([]string, len(heading))
	for i, column := range heading {
		n := 0
		switch text := e.textAt(column); {
		case text != nil:
			cells[i] = covered(*text)
		case column == "outcome":
			cells[i] = string(e.Outcome)
		case column == "number":
			n = e.Number
		default:
			n = e.Minutes
		}
		if n != 0 {
			cells[i] = strconv.Itoa(n)
		}
	}
	if first {
		w.Write(heading)
	}
	w.Write(cells)
	w.Flush()
	return b.Bytes(), w.Error()
}

// widened returns a record in CSV whose heading has all that its entries and further
// ones need, and that heading. Nothing else is changed: what a line does not have is
// empty.
func widened(text []byte, more []Entry) ([]byte, []string, error) {
	var mark []byte
	if rest, ok := bytes.CutPrefix(text, []byte("\ufeff")); ok {
		mark, text = text[:len(text)-len(rest)], rest
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	heading, err := r.Read()
	if err != nil {
		return nil, nil, said.Errorf("reading the heading: %w", err)
	}
	if !slices.ContainsFunc(more, Entry.extended) || len(heading) == len(columns) {
		return slices.Concat(mark, text), heading, nil
	}
	for _, c := range columns {
		if !slices.Contains(heading, c) {
			heading = append(heading, c)
		}
	}
	line := []byte(strings.Join(heading, ",") + "\n")
	return slices.Concat(mark, line, text[r.InputOffset():]), heading, nil
}

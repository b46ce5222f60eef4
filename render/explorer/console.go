package explorer

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"io"
	"strings"

	"tasuki/graph/said"
	"tasuki/queries"
	"tasuki/render/answer"
	"tasuki/render/document"
	markup "tasuki/render/document/html"
	"tasuki/render/typeset"
)

//go:embed html/console.html.tmpl
var consoleTemplate string

//go:embed html/console.mjs
var consoleScript []byte

// ConsoleScript puts the editor into the console, and shows answers in place. All of it
// works without.
func ConsoleScript() []byte { return consoleScript }

// Names are what the editor completes, as its options have them.
type Names struct {
	Labels        []string `json:"labels"`
	Relationships []string `json:"relationships"`
	Properties    []string `json:"properties"`
	Parameters    []string `json:"parameters"`
}

// Console is what the page of the console shows.
type Console struct {
	Place Place // whose changes and language the page keeps
	Ask   Ask
	Names Names
	Reply *Reply // nil: nothing has been asked
}

// Reply is what became of what was asked.
type Reply struct {
	Columns []string
	Rows    [][]any
	SVG     []byte // the answer as a picture; trusted markup
	Cut     Cut    // why the answer is not whole
	Most    int    // of what the limit counts: rows, bytes or seconds
	Problem string // why there is no answer; empty: there is one
}

// Cut is the limit that ended an answer.
type Cut string

// The limits of answers.
const (
	Whole     Cut = "" // none did
	CutRows   Cut = "rows"
	CutBytes  Cut = "bytes"
	CutTime   Cut = "time"
	CutMemory Cut = "memory" // of the server
)

// consolePage is what the template of the console shows.
type consolePage struct {
	page
	console Console
}

// WriteConsole writes the page of the console. The error is that of out.
func (m *Model) WriteConsole(out io.Writer, c Console) error {
	// The changes stand in the links of the page alone, so nothing is computed of them.
	w, err := m.at(Place{Lang: c.Place.Lang})
	if err != nil {
		return err
	}
	w.Place = c.Place
	w.View, w.Subject = ConsoleView, ""
	p := consolePage{page{w: w, Title: w.p.Plain("Console"), Name: w.p.Title(w.Graph.Dataset().Name), Printer: w.p}, c}
	p.Answer = p.state()
	t, err := markup.Blocks(w.p, w.inlined, w.places().href)
	if err != nil {
		return said.Errorf("parsing the blocks of pages: %w", err)
	}
	if t, err = t.New("explorer").Parse(pageTemplate); err == nil {
		t, err = t.New("console").Parse(consoleTemplate)
	}
	if err != nil {
		return said.Errorf("parsing the template of the console: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(typeset.Ordered(&b), p); err != nil {
		return said.Errorf("writing the console: %w", err)
	}
	_, err = io.WriteString(out, hoisted(b.String()))
	return err
}

// state says in a sentence what became of what was asked.
func (p consolePage) state() document.Phrase {
	r := p.console.Reply
	switch {
	case r == nil:
		return nil
	case r.Problem != "", len(r.Rows) == 0 && r.Cut != Whole:
		return p.Printer.Say("There is no answer.")
	case r.SVG != nil:
		return p.Many(len(r.Rows), "A picture of {1} row.", "A picture of {1} rows.")
	case len(r.Rows) == 0:
		return p.Printer.Say("The answer has no rows.")
	}
	return p.Many(len(r.Rows), "{1} row.", "{1} rows.")
}

// Problem says why there is no answer, or why it is not whole.
func (p consolePage) Problem() string {
	r := p.console.Reply
	if r == nil {
		return ""
	}
	switch r.Cut {
	case Whole:
		return r.Problem
	case CutRows:
		return p.Plain("The answer is cut off: a page takes {1} rows at most. Ask for less, as with LIMIT.", r.Most)
	case CutBytes:
		return p.Plain("The answer is cut off: a page takes {1} bytes at most. Ask for less, as with fewer properties.", r.Most)
	case CutMemory:
		return p.Plain("The answer is cut off: the server has no more memory for it. Ask for less.")
	}
	return p.Plain("The answer is cut off: it may take {1} seconds at most. Ask for less.", r.Most)
}

// Blocks show the answer.
func (p consolePage) Blocks() ([]document.Block, error) {
	r := p.console.Reply
	switch {
	case r == nil || r.Problem != "" || len(r.Columns) == 0:
		return nil, nil
	case r.SVG != nil:
		d := document.Drawing{File: "answer.svg", Title: p.Plain("The answer as a picture"), Alt: p.Answer.String(), SVG: r.SVG}
		return []document.Block{{Figure: &document.Figure{Drawing: d, ID: "picture"}}}, nil
	case len(r.Rows) == 0:
		return nil, nil
	}
	table := &document.Table{Label: p.Plain("Answer")}
	for i, name := range r.Columns {
		table.Columns = append(table.Columns, document.Column{Head: typeset.OneLine(name), Number: numeric(r.Rows, i)})
	}
	for _, values := range r.Rows {
		row := document.Row{}
		for _, v := range values {
			text, err := answer.Cell(v)
			if err != nil {
				return nil, said.Errorf("writing the answer: %w", err)
			}
			row.Cells = append(row.Cells, document.Text(typeset.OneLine(text)))
		}
		table.Rows = append(table.Rows, row)
	}
	return []document.Block{{Table: table}}, nil
}

// numeric reports whether a column holds numbers, and nothing else but nothing.
func numeric(rows [][]any, column int) bool {
	any := false
	for _, row := range rows {
		switch row[column].(type) {
		case int64, float64:
			any = true
		case nil:
		default:
			return false
		}
	}
	return any
}

// Statement is the text of the editor: what was asked, as it stands in Cypher, or a
// beginning.
func (p consolePage) Statement() string {
	a := p.console.Ask
	if q, err := queries.Get(a.Question); err == nil && a.Question != "" {
		return strings.TrimSpace(q.Cypher)
	}
	if a.Statement == "" {
		return "MATCH (o:Organization {tasuki: $dataset})-[l:LEADS {tasuki: $dataset}]->(t:Task {tasuki: $dataset})\nRETURN o, l, t\nORDER BY o.id, t.id\nLIMIT 20"
	}
	return a.Statement
}

// Params are the parameters of the statement, one a line.
func (p consolePage) Params() string {
	if p.console.Ask.Question == "" {
		return p.console.Ask.Params
	}
	_, params, err := p.console.Ask.Bind(p.w.Stored)
	if err != nil {
		return ""
	}
	return paramLines(params)
}

// Values says how parameters are written.
func (p consolePage) Values() string {
	return p.Plain(`Parameters: NAME = VALUE, one a line. 12 is a number, "12" a text, ["a", "b"] a list; what is not JSON is a text. $dataset is this dataset.`)
}

// Action is where forms are sent.
func (p consolePage) Action() string { return p.w.Address(Page) }

// Check is where mistakes are asked for.
func (p consolePage) Check() string {
	return strings.Replace(p.w.Address(Page), "/console", "/console/check", 1)
}

// Complete are the names that the editor completes, as JSON.
func (p consolePage) Complete() (string, error) { return asJSON(p.console.Names) }

// Words are what the editor says, as JSON.
func (p consolePage) Words() (string, error) {
	return asJSON(map[string]any{
		"hint":  p.Plain("Ctrl-Enter asks. Escape, then Tab, leaves the editor."),
		"label": p.Plain("label||Cypher"), "relationship": p.Plain("relationship||Cypher"), "property": p.Plain("property||Cypher"),
		"parameter": p.Plain("parameter||Cypher"), "keyword": p.Plain("keyword||Cypher"),
		"phrases": map[string]string{
			"Completions": p.Plain("Completions"), "Diagnostics": p.Plain("Mistakes||Cypher"), "No diagnostics": p.Plain("No mistakes"),
			"close": p.Plain("close||panel"), "Control character": p.Plain("Control character"), "Selection deleted": p.Plain("Selection deleted"),
		},
	})
}

func asJSON(v any) (string, error) {
	text, err := json.Marshal(v)
	return string(text), err
}

// Asking is what is said while the database answers.
func (p consolePage) Asking() string { return p.Plain("Asking the database …") }

// Unanswered is what is said when the server of the page is gone.
func (p consolePage) Unanswered() string {
	return p.Plain("There is no answer: tasuki serve has ended, or cannot be reached.")
}

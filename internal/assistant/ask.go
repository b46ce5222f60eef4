package assistant

import (
	"context"
	"errors"
	"strings"

	"tasuki/graph/likeness"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/queries"
)

// rows is the answer of a database.
type rows struct {
	Columns []string `json:"columns"`
	Rows    [][]any  `json:"rows"`
	Whole   bool     `json:"whole"`           // false: a limit has cut it off
	Limit   string   `json:"limit,omitempty"` // which one
}

const (
	rowsUnlessGiven = 50
	mostRows        = 1_000
)

const (
	noDatabase   = "The dataset lies in files: questions of the catalogue need it in Neo4j (tasuki load). The other tools answer from files, too."
	errFiles     = "the dataset lies in files, and ask needs it in Neo4j: load it (tasuki load) and start the server with its address, or use who_does, what_breaks, whom_to_call, way and finding"
	errRedacted  = "with pseudonyms nothing is asked of the database, which knows the names; use who_does, what_breaks, whom_to_call, way and finding"
	rowsArgument = "rows"
)

// unasked says why nothing can be asked of a database.
func (s *server) unasked() error {
	switch {
	case s.c.Redacted:
		return said.New(errRedacted)
	case s.c.Database == nil:
		return said.New(errFiles)
	}
	return nil
}

func (s *server) ask() tool {
	return tool{
		name: "ask", title: s.Plain("Ask a question of the catalogue"), waits: true,
		says: s.Plain("Runs a question of the catalogue in Neo4j, with the parameters that questions lists. Only where the dataset lies in Neo4j."),
		params: []param{
			{name: "question", kind: aText, says: s.Plain("The name of the question, such as concentration."), required: true},
			{name: "params", kind: anyKeys, says: s.Plain("Its parameters by name, but for the dataset.")},
			{name: rowsArgument, kind: aNumber, min: 1, max: mostRows, says: s.Plain("How many rows the answer may have; 50 unless given.")},
		},
		run: func(ctx context.Context, a arguments) (answer, error) {
			if err := s.unasked(); err != nil {
				return answer{}, err
			}
			q, err := queries.Get(a.text("question"))
			if err != nil {
				return answer{}, s.noQuestion(a.text("question"))
			}
			given, err := s.given(a)
			if err != nil {
				return answer{}, err
			}
			bound, err := q.Bind(given)
			if err != nil {
				return answer{}, err
			}
			return s.run(ctx, inLang(q.Title, s.Lang), q.Cypher, bound, a.number(rowsArgument, rowsUnlessGiven))
		},
	}
}

// given returns the parameters of a statement, the dataset of the server among them.
func (s *server) given(a arguments) (map[string]any, error) {
	params := map[string]any{}
	all, _ := a["params"].(map[string]any)
	for name, value := range all {
		v, err := bindable(value)
		if err != nil {
			return nil, said.Errorf("parameter %s: %w", shortened(name), err)
		}
		params[name] = v
	}
	if _, ok := params[datasetParam]; ok {
		return nil, said.Errorf("the dataset is that of the server, %q; leave the parameter out", s.c.Dataset)
	}
	params[datasetParam] = s.c.Dataset
	return params, nil
}

// noQuestion says that a question is not in the catalogue.
func (s *server) noQuestion(name string) error {
	var names []string
	for _, q := range queries.All() {
		names = append(names, q.Name)
	}
	near := likeness.Order(shortened(name), names)
	return said.Errorf("no question is called %q; use the nearest of %d, %s, or another", shortened(name), len(names), strings.Join(near[:few], ", "))
}

// run puts a statement to the database. What a limit cuts off is no error: it is said.
// A statement that a check refuses is one, which names the check.
func (s *server) run(ctx context.Context, title, statement string, params map[string]any, most int) (answer, error) {
	out := rows{Rows: [][]any{}, Whole: true}
	err := s.c.Database.Run(ctx, statement, params, neo4jstore.Limits{Rows: most, Bytes: maxAnswer}, func(columns []string, row []any) error {
		if row == nil {
			out.Columns = columns
		} else {
			out.Rows = append(out.Rows, row)
		}
		return nil
	})
	var over *neo4jstore.Exceeded
	switch {
	case errors.As(err, &over) && len(out.Rows) > 0:
		out.Whole, out.Limit = false, over.Limit
	case err != nil:
		return answer{}, err
	}
	a := answer{result: out, lines: []string{s.Plain("{1}: {2}", title, s.Count(len(out.Rows), "{1} row", "{1} rows"))}}
	if !out.Whole {
		a.lines = append(a.lines, s.Plain("The limit of {1} has cut it off.", out.Limit))
	}
	a.lines = append(a.lines, strings.Join(out.Columns, " | "))
	for _, row := range out.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = shortened(cell(v))
		}
		a.lines = append(a.lines, strings.Join(cells, " | "))
	}
	return a, nil
}

// cell returns a value as a text: texts as they are, all else as JSON.
func cell(v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	if v == nil {
		return ""
	}
	data, err := encoded(v)
	if err != nil {
		return "?"
	}
	return strings.TrimSpace(string(data))
}

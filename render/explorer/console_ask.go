package explorer

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"tasuki/graph/said"
	"tasuki/queries"
)

// Ask is what is asked of a database: a question of the catalogue, or Cypher.
type Ask struct {
	Question  string            // the name of a question of the catalogue; empty: the statement is asked
	Given     map[string]string // values of its parameters, as they were typed
	Statement string
	Params    string // of the statement: NAME = VALUE, one a line
	Picture   bool   // the answer is drawn
}

// Names of the fields of the forms of the console; those of parameters of a question stand
// behind given.
const (
	statementField = "statement"
	paramsField    = "params"
	questionField  = "question"
	asField        = "as"
	asPicture      = "picture"
	given          = "param-"
)

// ParseAsk reads a form of the console. Lines of texts end with one sign, which browsers
// send as two.
func ParseAsk(form url.Values) Ask {
	lines := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	a := Ask{
		Question: form.Get(questionField), Statement: lines.Replace(form.Get(statementField)), Params: lines.Replace(form.Get(paramsField)),
		Picture: form.Get(asField) == asPicture, Given: map[string]string{},
	}
	for name := range form {
		if param, ok := strings.CutPrefix(name, given); ok {
			if value := strings.TrimSpace(form.Get(name)); value != "" {
				a.Given[param] = value
			}
		}
	}
	return a
}

// datasetParam is the parameter that the page itself gives its value.
const datasetParam = "dataset"

// Bind returns the statement that is asked, and its parameters, of which dataset is the
// name given. Values are never part of the statement. The error says everything that is
// wrong with the parameters of a question, or the first line that is no parameter.
func (a Ask) Bind(dataset string) (statement string, params map[string]any, err error) {
	if a.Question == "" {
		params, err = parseParams(a.Params)
		if err == nil {
			params[datasetParam] = dataset
		}
		return a.Statement, params, err
	}
	q, err := queries.Get(a.Question)
	if err != nil {
		return "", nil, err
	}
	values := maps.Clone(a.Given)
	values[datasetParam] = dataset
	params, err = q.BindTexts(values)
	return strings.TrimSpace(q.Cypher), params, err
}

// parseParams reads parameters, one a line: NAME = VALUE. A value is JSON; what is not is
// a text as it stands.
func parseParams(text string) (map[string]any, error) {
	params := map[string]any{}
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		name = strings.TrimPrefix(strings.TrimSpace(name), "$")
		switch _, twice := params[name]; {
		case !ok || name == "":
			return nil, said.Errorf("%q is no parameter; write NAME = VALUE, one a line", line)
		case name == datasetParam:
			return nil, said.New("the parameter dataset is that of this page; leave it out")
		case twice:
			return nil, said.Errorf("the parameter %s has two values", name)
		}
		params[name] = valueOf(strings.TrimSpace(value))
	}
	return params, nil
}

// valueOf returns the value that a text stands for: whole numbers stay whole.
func valueOf(text string) any {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return text
	}
	if _, err := d.Token(); err != io.EOF {
		return text
	}
	v, ok := numbered(v)
	if !ok {
		return text
	}
	return v
}

// numbered returns a value with its numbers as those of Go; false where one is too large.
func numbered(v any) (any, bool) {
	ok := true
	switch x := v.(type) {
	case json.Number:
		if n, err := x.Int64(); err == nil {
			return n, true
		}
		n, err := x.Float64()
		return n, err == nil
	case []any:
		for i := range x {
			var whole bool
			x[i], whole = numbered(x[i])
			ok = ok && whole
		}
	case map[string]any:
		for key := range x {
			var whole bool
			x[key], whole = numbered(x[key])
			ok = ok && whole
		}
	}
	return v, ok
}

// paramLines writes parameters as parseParams reads them, by name, without the dataset.
func paramLines(params map[string]any) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(params)) {
		if name == datasetParam {
			continue
		}
		var value bytes.Buffer
		enc := json.NewEncoder(&value)
		enc.SetEscapeHTML(false)
		if enc.Encode(params[name]) != nil {
			continue // what Bind returns is JSON
		}
		b.WriteString(name + " = " + value.String())
	}
	return b.String()
}

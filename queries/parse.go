package queries

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"tasuki/graph/said"
)

// Readers are those whom queries are for.
func Readers() []string { return []string{"risk", "drill", "architect"} }

// Parse reads a query from the text of its file.
func Parse(name, text string) (Query, error) {
	p := parser{q: Query{Name: name}}
	if !word.MatchString(name) {
		p.fault("its name is not made of small letters, digits and hyphens")
	}
	for number := 1; ; number++ {
		line, rest, _ := strings.Cut(text, "\n")
		header, ok := strings.CutPrefix(line, "// ")
		if !ok {
			break
		}
		p.line(number, header)
		text = rest
	}
	p.q.Cypher = text
	p.whole()
	if len(p.faults) > 0 {
		return Query{}, said.Errorf("query %s: %w", name, errors.Join(p.faults...))
	}
	return p.q, nil
}

// word is what names of queries, parameters and columns look like.
var word = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// function is a function of a package, such as spof.SPOFs.
var function = regexp.MustCompile(`^[a-z]+\.[A-Z]\w*$`)

// keys are the keys of a header, in their order. Those marked * may repeat.
var keys = []string{"title.en", "title.ja", "question.en", "question.ja", "readers", "param*", "column*", "order", "agrees"}

type parser struct {
	q      Query
	at     int // how many of keys are behind
	faults []error
}

func (p *parser) fault(format string, args ...any) {
	p.faults = append(p.faults, said.Errorf(format, args...))
}

// line reads a line of the header.
func (p *parser) line(number int, line string) {
	head, text, ok := strings.Cut(line, ": ")
	words := strings.Fields(head)
	if !ok || len(words) == 0 || strings.TrimSpace(text) == "" {
		p.fault("line %d is not of the form // key: text", number)
		return
	}
	at := slices.IndexFunc(keys, func(k string) bool { return strings.TrimSuffix(k, "*") == words[0] })
	repeated := at == p.at-1 && at >= 0 && strings.HasSuffix(keys[at], "*")
	if at != p.at && !repeated {
		p.fault("line %d has the key %s where %s is due", number, words[0], p.due())
		return
	}
	p.at = at + 1
	if err := p.set(words, head, strings.TrimSpace(text)); err != nil {
		p.fault("line %d: %w", number, err)
	}
}

func (p *parser) due() string {
	if p.at == len(keys) {
		return "the query"
	}
	return strings.TrimSuffix(keys[p.at], "*")
}

func (p *parser) set(words []string, head, text string) error {
	q := &p.q
	if named := words[0] == "param" || words[0] == "column"; !named && len(words) > 1 {
		return said.Errorf("%s takes no name", words[0])
	}
	switch words[0] {
	case "title.en":
		q.Title.EN = text
	case "title.ja":
		q.Title.JA = text
	case "question.en":
		q.Question.EN = text
	case "question.ja":
		q.Question.JA = text
	case "readers":
		q.Readers = split(text)
		for _, r := range q.Readers {
			if !slices.Contains(Readers(), r) {
				return said.Errorf("%q is no reader; use %s", r, strings.Join(Readers(), ", "))
			}
		}
	case "param":
		return p.param(head, text)
	case "column":
		if len(words) != 2 || !word.MatchString(words[1]) {
			return said.Errorf("%q is not of the form column NAME", head)
		}
		q.Columns = append(q.Columns, Column{words[1], text})
	case "order":
		for _, k := range split(text) {
			column, desc := strings.CutSuffix(k, " desc")
			q.Order = append(q.Order, Key{column, desc})
		}
	case "agrees":
		analysis, says, ok := strings.Cut(text, ": ")
		if !ok || says == "" || analysis != "none" && !function.MatchString(analysis) {
			return said.New("it must be of the form agrees: PACKAGE.FUNCTION: in what, or agrees: none: why")
		}
		if analysis == "none" {
			analysis = ""
		}
		q.Agrees = Agrees{analysis, says}
	}
	return nil
}

func split(list string) []string {
	items := strings.Split(list, ",")
	for i := range items {
		items[i] = strings.TrimSpace(items[i])
	}
	return items
}

// param reads "param NAME TYPE" or "param NAME TYPE = DEFAULT".
func (p *parser) param(head, says string) error {
	declared, value, optional := strings.Cut(head, " = ")
	words := strings.Fields(declared)
	if len(words) != 3 || !word.MatchString(words[1]) {
		return said.Errorf("%q is not of the form param NAME TYPE = DEFAULT", head)
	}
	param := Param{Name: words[1], Type: Type(words[2]), Required: !optional, Says: says}
	switch {
	case strings.Contains(words[2], "|"):
		param.Type, param.Words = Word, strings.Split(words[2], "|")
	case !slices.Contains([]Type{String, Strings, Integer, Number, Flag}, param.Type):
		return said.Errorf("%s is not a type; use text, texts, integer, number, flag or words as in any|each", words[2])
	}
	if optional {
		if err := param.setDefault(value); err != nil {
			return err
		}
	}
	p.q.Params = append(p.q.Params, param)
	return nil
}

// whole checks what no single line says.
func (p *parser) whole() {
	q := p.q
	if p.at < len(keys) {
		p.fault("the header ends where %s is due", p.due())
	}
	if len(q.Params) > 0 && (q.Params[0].Name != "dataset" || !q.Params[0].Required || q.Params[0].Type != String) {
		p.fault("the first parameter must be dataset text")
	}
	if strings.TrimSpace(q.Cypher) == "" {
		p.fault("there is no query after the header")
	}
	names := map[string]bool{}
	for _, param := range q.Params {
		if names[param.Name] {
			p.fault("the parameter %s is declared twice", param.Name)
		}
		names[param.Name] = true
		if !regexp.MustCompile(`\$` + param.Name + `\b`).MatchString(q.Cypher) {
			p.fault("the query does not use the parameter %s", param.Name)
		}
	}
	for _, used := range regexp.MustCompile(`\$(\w+)`).FindAllStringSubmatch(q.Cypher, -1) {
		if !names[used[1]] {
			p.fault("the query uses the parameter %s, which the header does not declare", used[1])
			names[used[1]] = true
		}
	}
	columns := map[string]bool{}
	for _, c := range q.Columns {
		if columns[c.Name] {
			p.fault("the column %s is declared twice", c.Name)
		}
		columns[c.Name] = true
	}
	for _, k := range q.Order {
		if !columns[k.Column] {
			p.fault("rows are ordered by %s, which is no column", k.Column)
		}
	}
}

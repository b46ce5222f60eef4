package wording

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"tasuki/graph"
)

// Statement is what is said of something, clause by clause in each language: the
// first is the claim, the others are its details. A reader who needs them apart
// takes them apart here, since names hold every sign that could stand between
// them. A detail begins with a word of its own or a number, never with a name.
type Statement struct {
	JA, EN []string // of different lengths where one language says in a clause what the other says in two
}

// Clauses returns the clauses in a language, without what stands between them or
// ends them.
func (s Statement) Clauses(lang graph.Lang) []string {
	if lang == graph.Japanese {
		return s.JA
	}
	return s.EN
}

// In returns the statement as one text, without a full stop.
func (s Statement) In(lang graph.Lang) string {
	if lang == graph.Japanese {
		return strings.Join(s.JA, "。")
	}
	return strings.Join(s.EN, "; ")
}

// JSONForm returns what the statement is in JSON: one text per language.
func (s Statement) JSONForm() any {
	return graph.Name{JA: s.In(graph.Japanese), EN: s.In(graph.English)}
}

// MarshalJSON writes the statement as one text per language. Whether signs of
// HTML are escaped is left to the encoder around it.
func (s Statement) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(s.JSONForm())
	return b.Bytes(), err
}

// UnmarshalJSON reads what MarshalJSON writes, as one clause: what was joined is
// not taken apart again.
func (s *Statement) UnmarshalJSON(data []byte) error {
	var n graph.Name
	if err := json.Unmarshal(data, &n); err != nil {
		return fmt.Errorf("reading a statement: %w", err)
	}
	*s = Statement{JA: []string{n.JA}, EN: []string{n.EN}}
	return nil
}

// Claim returns a statement of one clause.
func Claim(ja, en string, args ...any) Statement {
	return Statement{}.And(ja, en, args...)
}

// And returns s with one more clause.
func (s Statement) And(ja, en string, args ...any) Statement {
	clause := Sentence(ja, en, args...)
	return Statement{JA: append(s.JA[:len(s.JA):len(s.JA)], clause.JA), EN: append(s.EN[:len(s.EN):len(s.EN)], clause.EN)}
}

// With returns s with more text behind its last clause.
func (s Statement) With(ja, en string, args ...any) Statement {
	more := Sentence(ja, en, args...)
	return Statement{JA: extended(s.JA, more.JA), EN: extended(s.EN, more.EN)}
}

// Aside returns s with more text, which is a clause of its own in Japanese alone.
func (s Statement) Aside(ja, en string, args ...any) Statement {
	more := Sentence(ja, en, args...)
	return Statement{JA: append(s.JA[:len(s.JA):len(s.JA)], more.JA), EN: extended(s.EN, more.EN)}
}

// extended returns clauses with a text behind the last one.
func extended(clauses []string, text string) []string {
	last := len(clauses) - 1
	return append(clauses[:last:last], clauses[last]+text)
}

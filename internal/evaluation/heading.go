package evaluation

import (
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph/matrix/table"
	"tasuki/render/drillpack"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// vocabulary are the words of an evaluation in every language, folded and in lower case.
type vocabulary struct {
	fields   map[string]drillpack.EvaluationField
	outcomes map[string]drill.Outcome
	choices  string // the words of outcomes, in a list
}

func word(s string) string { return strings.ToLower(folded(oneLine(s))) }

func vocabularyOf() vocabulary {
	v := vocabulary{fields: map[string]drillpack.EvaluationField{}, outcomes: map[string]drill.Outcome{}}
	var choices []string
	for _, lang := range catalogue.Langs() {
		for _, f := range drillpack.EvaluationFields() {
			v.fields[word(f.Heading(messages.In(lang)))] = f
		}
		for _, o := range drill.Outcomes() {
			choice := drillpack.OutcomeWord(o, messages.In(lang))
			v.outcomes[word(choice)], choices = o, append(choices, choice)
		}
	}
	for _, o := range drill.Outcomes() {
		v.outcomes[string(o)] = o
	}
	v.choices = strings.Join(choices, ", ")
	return v
}

// Outcome returns the outcome that a text stands for, by its word in any language as an
// evaluation has it; "" where there is none.
func Outcome(text string) drill.Outcome { return vocabularyOf().outcomes[word(text)] }

// heading says in which column of a sheet, from 1, each field stands.
type heading map[drillpack.EvaluationField]int

// headingOf returns the heading that a row is; ok is false where it is none. A field that
// has two columns is in twice.
func (v vocabulary) headingOf(row table.Row) (h heading, twice []int, ok bool) {
	h = heading{}
	for c := 1; c <= row.Width(); c++ {
		f, known := v.fields[word(row.Cell(c))]
		switch {
		case !known:
		case h[f] > 0:
			twice = append(twice, c)
		default:
			h[f] = c
		}
	}
	return h, twice, h[drillpack.HandoffField] > 0 && h[drillpack.OutcomeField] > 0
}

package cell

import (
	"slices"
	"sync"

	"tasuki/graph"
)

// Notation is a way to mark who does what.
type Notation struct {
	Name     string
	Meanings []Meaning
	Needs    []string // glyphs that a sheet must have to be written in it: other notations have the rest
	Says     string   // what a glyph of it was taken for that people may mean otherwise; in English, empty for none
	For      []string // the glyphs that it is about; none: all
	// Pure says that its marks are texts elsewhere, such as 1 and Yes: they are marks
	// in columns that hold little else.
	Pure bool
}

// Notations are the notations that are known, those first that are more common.
func Notations() []Notation {
	return slices.Concat(circles(), pure(), letters(), ticks(), words())
}

// Table returns the look-up table of a notation.
func (n Notation) Table() Table {
	if t, known := tables()[n.Name]; known {
		return t
	}
	return NewTable(n.Meanings)
}

// tables are those of the notations that are known, by name: every sheet asks for them.
var tables = sync.OnceValue(func() map[string]Table {
	all := map[string]Table{}
	for _, n := range Notations() {
		all[n.Name] = NewTable(n.Meanings)
	}
	return all
})

// TableOfAll returns a table of the glyphs of all notations given. What they mean
// in it is that of the last one that has them: it only tells what may be a mark.
func TableOfAll(notations []Notation) Table {
	var all []Meaning
	for _, n := range notations {
		all = append(all, n.Meanings...)
	}
	return NewTable(all)
}

func meanings(lead, accountable, support, informed, blank []string) []Meaning {
	return []Meaning{{graph.Lead, lead}, {graph.Accountable, accountable}, {graph.Support, support}, {graph.Informed, informed}, {"", blank}}
}

func list(glyphs ...string) []string { return glyphs }

// circles are the signs of Japanese tables. Where there are more kinds of circle, or
// of another sign, than one, the fuller one leads.
func circles() []Notation {
	const order = "◎ stands above ○, and ○ above △: only the fullest circle leads, the others take part or support"
	const fuller = "a full sign stands above the same sign in outline, so that only the full one leads"
	return []Notation{
		{Name: "◎ ○ △", Meanings: meanings(list("◎"), nil, list("○", "△"), nil, nil), Needs: list("◎", "○"), Says: order},
		{Name: "● ○ △", Meanings: meanings(list("●", "◎"), nil, list("○", "△"), nil, nil), Needs: list("●", "○"), Says: order},
		{Name: "■ □", Meanings: meanings(list("■"), nil, list("□"), nil, nil), Needs: list("■", "□"), Says: fuller},
		{Name: "◆ ◇", Meanings: meanings(list("◆"), nil, list("◇"), nil, nil), Needs: list("◆", "◇"), Says: fuller},
		{Name: "★ ☆", Meanings: meanings(list("★"), nil, list("☆"), nil, nil), Needs: list("★", "☆"), Says: fuller},
		{Name: "○ △", Meanings: meanings(list("○", "◎", "●"), nil, list("△"), nil, nil)},
	}
}

// letters are RACI and its kin. Who is asked, reviews, verifies, signs or checks
// quality supports; who only agrees or recommends, too.
func letters() []Notation {
	return []Notation{
		{Name: "CAIRO", Meanings: meanings(list("R"), list("A"), list("C", "S"), list("I"), list("O")), Needs: list("C", "R", "O"), Says: "of CAIRO, O is out of the loop, which is an empty cell"},
		{Name: "RACI", Meanings: meanings(list("R"), list("A"), list("C", "S", "V", "Q"), list("I"), nil), Says: "who helps, verifies, signs or looks at quality (S, V, Q) supports, as who is asked (C)", For: list("S", "V", "Q")},
		{Name: "DACI", Meanings: meanings(list("D"), list("A"), list("C"), list("I"), nil), Needs: list("D"), Says: "of DACI, D drives the work and so leads, and A approves"},
		{Name: "DVMI", Meanings: meanings(list("D"), list("V", "E"), list("M", "U", "B"), list("I"), nil), Needs: list("D", "M"), Says: "D (Durchführung) leads, V and E (Verantwortung, Entscheidung) answer for the work, and M, U and B (Mitwirkung, Unterstützung, Beratung) support"},
		{Name: "VMI", Meanings: meanings(list("V"), list("E"), list("M", "U", "B"), list("I"), nil), Needs: list("V", "M"), Says: "V (verantwortlich) leads, E (Entscheidung) approves, and M, U and B (Mitwirkung, Unterstützung, Beratung) support"},
		{Name: "RAPID", Meanings: meanings(list("P"), list("D"), list("R", "A", "I"), nil, nil), Needs: list("P", "D", "R"), Says: "of RAPID, P performs and so leads, D decides, and R, A and I recommend, agree and give input, which is support"},
		{Name: "PARIS", Meanings: meanings(nil, list("A"), list("P", "R", "I", "S"), nil, nil), Needs: list("P", "A", "S"), Says: "of PARIS, A answers for the work, and P, R, I and S take part, review, give input and sign, which is support"},
		{Name: "PSB", Meanings: meanings(list("P", "L"), nil, list("S", "B"), nil, nil)},
	}
}

// pure are marks of one kind that are texts in other columns, and what fills the empty
// cells beside them.
func pure() []Notation {
	return []Notation{
		{Name: "V", Meanings: meanings(list("V"), nil, nil, nil, nil), Says: OneKind, Pure: true},
		{Name: "1", Meanings: meanings(list("1"), nil, nil, nil, list("0")), Says: OneKind, Pure: true},
		{Name: "Yes", Meanings: meanings(list("Yes", "Y", "True", "はい", "有", "有り", "あり", "Ja", "J", "Oui", "Sí", "Sì", "Sim", "是"), nil, nil, nil,
			list("No", "N", "False", "いいえ", "無", "無し", "なし", "Nein", "Nee", "Non", "Não", "否", "0")), Says: OneKind, Pure: true},
	}
}

// OneKind says what marks of one kind were taken for.
const OneKind = "marks of one kind say who takes part; they were taken as lead"

// ticks are marks of one kind: they say who takes part, and no more.
func ticks() []Notation {
	return []Notation{{
		Name: "X", Meanings: meanings(list("X", "✓", "✔", "✅", "☑", "●", "■", "◆", "★"), nil, nil, nil, nil),
		Says: OneKind,
	}}
}

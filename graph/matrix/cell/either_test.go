package cell

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

func TestEither(t *testing.T) {
	table := NewTable([]Meaning{{graph.Lead, []string{"R", "○"}}, {graph.Accountable, []string{"A"}}, {graph.Support, []string{"C", "S", "△"}}, {"", []string{"-"}}})
	for text, want := range map[string]string{
		"A or R": "A R", "r OR c": "R C", "A oder R": "A R", "A ou C": "A C", "R or C?": "R C", "A or R or C": "A R C", "R (nights) or C": "R C",
		"○または△": "○ △", "○か△": "○ △", "○ 又は △": "○ △", "A/R or C": "R A C", "Ａ or Ｒ": "A R",
		"C or S": "", "R or -": "", "R or": "", "or R": "", "A R": "", "A or B": "", "Ask or tell": "", "R, A": "", "R": "",
		"R" + strings.Repeat(" or R", 100): "",
	} {
		var got []string
		for _, m := range table.Either(text) {
			got = append(got, m.Glyph)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q leaves open %q, want %q", text, got, want)
		}
	}
}

// Alternatives are parted where the first word between them stands, and not looked for
// in what is no cell of marks.
func TestAlternatives(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Ops", nil}, {"Ops or Dev", []string{"Ops", "Dev"}}, {"A oder B or C", []string{"A", "B", "C"}}, {"甲社または乙社か丙社", []string{"甲社", "乙社", "丙社"}},
		{"or Dev", nil}, {strings.Repeat("aか", 100_000), nil},
	} {
		if got := Alternatives(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%.40q is parted into %q, want %q", c.text, got, c.want)
		}
	}
}

package cell

import (
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

package brief

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// review returns what is to be said of a graph, and by whom.
func review(t *testing.T, text string) (messages.Printer, findings.Review) {
	t.Helper()
	g := graphtext.Graph(t, text)
	return messages.Printer{Graph: g, Language: messages.In(graph.English)}, analysis.Analyze(g, rules.Options{})
}

// The map is the picture where work passes between few organizations, the shares of the
// lead where none does, or between too many to be seen at a glance; and none where none is
// drawn. What is shown does not come again.
func TestPicture(t *testing.T) {
	var many strings.Builder
	for i := range mostMapped + 1 {
		fmt.Fprintf(&many, "%d: o%d*\n", i, i)
	}
	drawings := []document.Drawing{{File: "dependencies.svg", Kind: document.DependencyDrawing}, {File: "concentration.svg", Kind: document.ShareDrawing}, {File: "flow.svg", Kind: document.DependencyDrawing, Subject: "f"}}
	for _, c := range []struct{ text, want string }{
		{"1: a*\n2: b*\nhandoffs: 1 -> 2", "dependencies.svg"},
		{"1: a*\n2: a*\nhandoffs: 1 -> 2", "concentration.svg"},
		{"1: a*\n2: b*", "concentration.svg"},
		{many.String() + "handoffs: 0 -> 1", "concentration.svg"},
	} {
		p, r := review(t, c.text)
		blocks, rest := Blocks(p, r, drawings, func(string) document.Phrase { return nil })
		if got := blocks[len(blocks)-1].Figure; got == nil || got.File != c.want || len(rest) != 2 {
			t.Errorf("%q: shows %+v and leaves %d, want %s", c.text, got, len(rest), c.want)
		}
		if blocks, rest := Blocks(p, r, drawings[2:], func(string) document.Phrase { return nil }); blocks[len(blocks)-1].Figure != nil || len(rest) != 1 {
			t.Errorf("%q: without a drawing of all, one is shown", c.text)
		}
	}
}

// The footer says what everything rests on: how much there is, the rules, what is not sure,
// and which facts.
func TestFooter(t *testing.T) {
	p, r := review(t, "rules any fallback\n1: a*?b\n2: a* b")
	r.Version = "v9"
	said := map[string]string{}
	for _, f := range footer(p, r)[0].Facts {
		said[f.Term] = f.Value.String()
	}
	for term, want := range map[string]string{
		"Dataset": "2 organizations, 2 tasks", "Rules": "any one of them suffices", "Uncertain": "1 of 3 marks are uncertain.",
		"Edition": "Tasuki v9, facts " + r.Hash[:hashed] + " (the beginning of their SHA-256)",
	} {
		if !strings.Contains(said[term], want) {
			t.Errorf("%s: %q does not say %q", term, said[term], want)
		}
	}
}

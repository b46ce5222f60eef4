package wording

import (
	"fmt"
	"strings"

	"tasuki/graph"
)

// Sentence formats one text per language. Arguments that are names appear in
// the language of the text.
func Sentence(ja, en string, args ...any) graph.Name {
	in := func(format string, lang graph.Lang) string {
		texts := make([]any, len(args))
		for i, a := range args {
			if name, ok := a.(graph.Name); ok {
				a = name.In(lang)
			}
			texts[i] = a
		}
		return fmt.Sprintf(format, texts...)
	}
	return graph.Name{JA: in(ja, graph.Japanese), EN: in(en, graph.English)}
}

// Thousands formats a number without decimals, a comma before every third digit.
func Thousands(x float64) string {
	digits := fmt.Sprintf("%.0f", x)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Called returns a name with the ID behind it, unless it is the name.
func Called(n graph.Name, id string) graph.Name {
	in := func(lang graph.Lang) string {
		if text := n.In(lang); text != id {
			return text + " (" + id + ")"
		}
		return id
	}
	return graph.Name{JA: in(graph.Japanese), EN: in(graph.English)}
}

// OrganizationName returns how sentences call an organization.
func OrganizationName(g *graph.Graph, id string) graph.Name {
	i, _ := g.OrganizationIndex(id)
	return Called(g.Organizations()[i].Name, id)
}

// FlowName returns how sentences call a flow.
func FlowName(g *graph.Graph, id string) graph.Name {
	f, _ := g.Flow(id)
	return Called(f.Name, id)
}

// Few lists some IDs, and says how many more there are.
func Few(ids []string) graph.Name {
	const shown = 5
	if len(ids) <= shown {
		text := strings.Join(ids, ", ")
		return graph.Name{JA: text, EN: text}
	}
	return Sentence("%[1]s ほか %[2]d 件", "%[1]s and %[2]d more", strings.Join(ids[:shown], ", "), len(ids)-shown)
}

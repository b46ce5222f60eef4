package render

import (
	"bufio"
	"fmt"
	"io"

	"tasuki/analysis/findings"
	"tasuki/graph"
)

// Summary writes the most important things found, each with how sure it is: a
// line about the dataset, one for each thing, and what a proposed reading took
// for granted.
func Summary(w io.Writer, g *graph.Graph, r findings.Review, lang graph.Lang) error {
	p := reporter{g, lang}
	out := bufio.NewWriter(Ordered(w))
	fmt.Fprintln(out, p.plain("{1}: {2}", p.title(r.Name), p.list([]phrase{
		p.many(r.Totals.Organizations, "{1} organization", "{1} organizations"),
		p.many(r.Totals.Tasks, "{1} task", "{1} tasks"),
		p.many(r.Totals.Flows, "{1} flow", "{1} flows"),
	})))
	for i, h := range r.Headlines {
		fmt.Fprintf(out, "%d. %s\n", i+1, p.closed(h.Message))
	}
	if account := g.Dataset().Account; account != nil && len(account.Assumptions) > 0 {
		fmt.Fprintf(out, "\n%s\n", p.plain("Assumed, not declared (tasuki propose writes a reading to correct):"))
		for _, assumption := range account.Assumptions {
			fmt.Fprintf(out, "- %s\n", assumption)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the summary: %w", err)
	}
	return nil
}

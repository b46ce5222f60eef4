package report

import (
	"bufio"
	"fmt"
	"io"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// Summary writes the most important things found, each with how sure it is: a
// line about the dataset, one for each thing, and what a proposed reading took
// for granted.
func Summary(w io.Writer, g *graph.Graph, r findings.Review, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	out := bufio.NewWriter(typeset.Ordered(w))
	fmt.Fprintln(out, p.Plain("{1}: {2}", p.Title(r.Name), p.List([]document.Phrase{
		p.Many(r.Totals.Organizations, "{1} organization", "{1} organizations"),
		p.Many(r.Totals.Tasks, "{1} task", "{1} tasks"),
		p.Many(r.Totals.Flows, "{1} flow", "{1} flows"),
	})))
	for i, h := range r.Headlines {
		fmt.Fprintf(out, "%d. %s\n   %s\n", i+1, p.Closed(h.Message), p.Reason(h).String())
	}
	if account := g.Dataset().Account; account != nil && len(account.Assumptions) > 0 {
		assumed := p.Plain("Assumed, not declared (tasuki propose writes a reading to correct):")
		if account.Rows.In == 0 && len(account.Elements) > 0 { // of a model, which no reading is written for
			assumed = p.Plain("Assumed, not declared by the model:")
		}
		fmt.Fprintf(out, "\n%s\n", assumed)
		for _, assumption := range account.Assumptions {
			fmt.Fprintf(out, "- %s\n", p.Told(assumption))
		}
	}
	if err := out.Flush(); err != nil {
		return said.Errorf("writing the summary: %w", err)
	}
	return nil
}

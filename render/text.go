package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tasuki/analysis"
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/certainty"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/spof"
	"tasuki/graph"
)

// The texts below are what the report says of one kind of result, as plain text
// for a terminal. They hold no control character but the newline, since no
// dataset that graph.New accepts holds any. Errors are those of w.

// BottleneckText writes the ranking of organizations and what it rests on.
func BottleneckText(w io.Writer, g *graph.Graph, b bottleneck.Bottleneck, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.bottleneck(b))
}

// LossText writes what the loss of each organization does, and of several. Of
// losses, it needs the one that is in force; another with the other lead rule
// stands beside it.
func LossText(w io.Writer, g *graph.Graph, l loss.LossResult, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.losses(l))
}

// SPOFText writes single points of failure with their witnesses.
func SPOFText(w io.Writer, g *graph.Graph, points spof.PointsOfFailure, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.spofs(points, nil))
}

// EscalationText writes the ladders of flows.
func EscalationText(w io.Writer, g *graph.Graph, list []escalation.Escalation, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.escalations(list, nil))
}

// ConcentrationText writes how the lead is spread, and how much depends on those
// who are hard to replace.
func ConcentrationText(w io.Writer, g *graph.Graph, c analysis.ConcentrationReview, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.concentration(c.Scopes, c.Providers, c.Criticality))
}

// CertaintyText writes which conclusions depend on uncertain marks.
func CertaintyText(w io.Writer, g *graph.Graph, c certainty.Certainties, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.certainties(c))
}

// FindingsText writes findings by severity.
func FindingsText(w io.Writer, g *graph.Graph, list []findings.Finding, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.findings(list))
}

// AccountText writes what became of the rows and marks of an import. It takes
// the names of organizations from g.
func AccountText(w io.Writer, g *graph.Graph, a graph.Account, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.account(a))
}

// writeText writes blocks as plain text. Drawings have no text.
func writeText(w io.Writer, blocks []block) error {
	out := &textWriter{Writer: bufio.NewWriter(Ordered(w))}
	out.blocks(blocks)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing text: %w", err)
	}
	return nil
}

// textWriter writes blocks with an empty line between them. A bufio.Writer
// keeps its first error, so that only its Flush need be looked at.
type textWriter struct {
	*bufio.Writer
	begun bool
}

func (w *textWriter) paragraph(lines ...string) {
	if w.begun {
		fmt.Fprintln(w)
	}
	w.begun = true
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
}

func (w *textWriter) blocks(blocks []block) {
	for _, b := range blocks {
		switch {
		case b.Head != nil:
			w.paragraph(b.Head.String())
		case b.Text != nil:
			w.paragraph(b.Text.String())
		case b.Note != nil:
			w.paragraph(b.Note.String())
		case b.Items != nil: // follows its heading at once
			for _, item := range b.Items {
				fmt.Fprintln(w, "- "+item.String())
			}
		case b.Steps != nil:
			for i, step := range b.Steps {
				fmt.Fprintf(w, "%d. %s\n", i+1, step)
			}
		case b.Code != "":
			w.paragraph(strings.TrimSuffix(b.Code, "\n"))
		case b.Table != nil:
			lines := b.Table.lines()
			if b.Table.Caption != "" {
				lines = append([]string{b.Table.Caption}, lines...)
			}
			w.paragraph(lines...)
		case b.Group != nil:
			title := b.Group.Title.String()
			w.paragraph(title, strings.Repeat("=", columnsOf(title)))
			w.blocks(b.Group.Blocks)
		}
	}
}

package render

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/spof"
	"tasuki/graph"
)

// DrawingKind says what a drawing in the report shows.
type DrawingKind string

// The kinds of drawing, and where the report puts them.
const (
	DependencyDrawing DrawingKind = "dependencies"  // beside the ranking of organizations
	ShareDrawing      DrawingKind = "concentration" // with how concentrated the lead is
	LossDrawing       DrawingKind = "loss"          // with the loss of several organizations
	FlowDrawing       DrawingKind = "flow"          // with the single points of failure of its flow
	LadderDrawing     DrawingKind = "ladder"        // with the escalation of its flow
)

// Drawing is a finished picture with what it shows.
type Drawing struct {
	File    string      // the name under which it is also saved, such as flow-inquiry.svg
	Kind    DrawingKind // where the report puts it
	Subject string      // the ID of the flow; empty where it is about all
	Title   graph.Name
	Alt     graph.Name // what it shows, for those who do not see it
	SVG     []byte     // trusted markup: text from data must already be escaped in it
}

// ResultsJSON writes a review as canonical JSON: one line, lists and keys in
// the order of the types, numbers unrounded.
func ResultsJSON(w io.Writer, r findings.Review) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return fmt.Errorf("encoding the review: %w", err)
	}
	return nil
}

// reporter writes about one graph in one language. Its methods return blocks,
// which become a page (HTML), Markdown or plain text.
type reporter struct {
	g    *graph.Graph
	lang graph.Lang
}

// sections returns the whole report, top to bottom. How to declare flows is
// shown where it is needed first.
func (p reporter) sections(r findings.Review, drawings []Drawing) []section {
	all := []section{
		{"conclusion", p.plain("Conclusion"), p.conclusion(r)},
		{"certainty", p.plain("How sure we are"), p.certainties(r.Certainties)},
		{"loss", p.plain("What breaks when an organization is missing"), p.lossesWith(r, drawings)},
		{"bottleneck", p.plain("Who is the bottleneck"), p.bottleneckWith(r, drawings)},
		{"concentration", p.plain("How concentrated the lead is"), p.concentrationWith(r, drawings)},
		{"spof", p.plain("Single points of failure"), p.spofs(spof.PointsOfFailure{Flows: r.FlowSPOFs, Structure: &r.Structure}, drawings)},
		{"escalation", p.plain("Escalation: whom to call next"), p.escalations(r.Escalations, drawings)},
		{"findings", p.plain("What to fix first"), p.findings(r.Findings)},
		{"account", p.plain("Account of the input"), p.accounts(r)},
		{"definitions", p.plain("Definitions"), p.definitions()},
		{"organizations", p.plain("Organizations"), p.organizations()},
		{"tasks", p.plain("Tasks"), p.tasks()},
	}
	shown := ""
	for i, s := range all {
		all[i].Blocks = slices.Insert(shorten(s.Blocks), min(1, len(s.Blocks)), p.evidenceOf(s.ID)...)
		s = all[i]
		level(s.Blocks, 3)
		at := slices.IndexFunc(s.Blocks, func(b block) bool { return b.Code != "" })
		switch {
		case at < 0:
		case shown == "":
			shown = s.ID
		default:
			all[i].Blocks[at] = block{Link: phrase{{Text: p.plain("An example"), Href: "#" + shown}}}
		}
	}
	return all
}

// level sets the levels of the headings in blocks. What is folded keeps the
// level of what is around it, unless it is a place of its own: only then its
// title is a heading.
func level(blocks []block, n int) {
	for i, b := range blocks {
		blocks[i].Level = n
		switch {
		case b.Group != nil && b.Group.Folded && b.Group.ID == "":
			level(b.Group.Blocks, n)
		case b.Group != nil:
			level(b.Group.Blocks, n+1)
		}
	}
}

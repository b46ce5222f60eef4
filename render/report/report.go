package report

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/spof"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
	"tasuki/render/report/ladder"
	"tasuki/render/report/section"
)

// sections returns the whole report, top to bottom. How to declare flows is
// shown where it is needed first.
func sections(p messages.Printer, r findings.Review, drawings []document.Drawing) []document.Section {
	all := []document.Section{
		{ID: "conclusion", Title: p.Plain("Conclusion"), Blocks: conclusion(p, r)},
		{ID: "certainty", Title: p.Plain("How sure we are"), Blocks: append(section.Certainties(p, r.Certainties), grounds.Inference(p, r.Inference)...)},
		{ID: "loss", Title: p.Plain("What breaks when an organization is missing"), Blocks: section.LossesWith(p, r, drawings)},
		{ID: "bottleneck", Title: p.Plain("Who is the bottleneck"), Blocks: section.BottleneckWith(p, r, drawings)},
		{ID: "concentration", Title: p.Plain("How concentrated the lead is"), Blocks: section.ConcentrationWith(p, r, drawings)},
		{ID: "spof", Title: p.Plain("Single points of failure"), Blocks: append(section.Spofs(p, spof.PointsOfFailure{Flows: r.FlowSPOFs, Structure: &r.Structure}, drawings), grounds.OutsideFlows(p)...)},
		{ID: "escalation", Title: p.Plain("Escalation: whom to call next"), Blocks: ladder.Escalations(p, r.Escalations, drawings)},
		{ID: "findings", Title: p.Plain("What to fix first"), Blocks: findingBlocks(p, r.Findings)},
		{ID: "account", Title: p.Plain("Account of the input"), Blocks: accounts(p, r)},
		{ID: "definitions", Title: p.Plain("Definitions"), Blocks: definitionBlocks(p)},
		{ID: "organizations", Title: p.Plain("Organizations"), Blocks: organizations(p)},
		{ID: "tasks", Title: p.Plain("Tasks"), Blocks: tasks(p)},
	}
	shown := ""
	for i, s := range all {
		all[i].Blocks = slices.Insert(shorten(s.Blocks), min(1, len(s.Blocks)), evidenceOf(p, s.ID)...)
		s = all[i]
		level(s.Blocks, 3)
		at := slices.IndexFunc(s.Blocks, func(b document.Block) bool { return b.Code != "" })
		switch {
		case at < 0:
		case shown == "":
			shown = s.ID
		default:
			all[i].Blocks[at] = document.Block{Link: document.Phrase{{Text: p.Plain("An example"), Href: "#" + shown}}}
		}
	}
	return all
}

// level sets the levels of the headings in blocks. What is folded keeps the
// level of what is around it, unless it is a place of its own: only then its
// title is a heading.
func level(blocks []document.Block, n int) {
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

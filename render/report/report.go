package report

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/spof"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/observed"
	"tasuki/render/report/grounds"
	"tasuki/render/report/ladder"
	"tasuki/render/report/pages"
	"tasuki/render/report/section"
)

// howToDeclare is the place of an example of what is not declared.
const howToDeclare = "declare"

// sections returns the whole report, top to bottom. How to declare flows is shown once,
// behind all that needs it.
func sections(p messages.Printer, r findings.Review, drawings []document.Drawing) []document.Section {
	all, drawings := beginning(p, r, drawings)
	all = append(all, []document.Section{
		{ID: "certainty", Title: p.Plain("How sure we are"), Blocks: slices.Concat(section.Certainties(p, r.Certainties), grounds.Flows(p, r), grounds.Inference(p, r.Inference))},
		{ID: "loss", Title: p.Plain("What breaks when an organization is missing"), Blocks: section.LossesWith(p, r, drawings)},
		{ID: "bottleneck", Title: p.Plain("Who is the bottleneck"), Blocks: section.BottleneckWith(p, r, drawings)},
		{ID: "concentration", Title: p.Plain("How concentrated the lead is"), Blocks: section.ConcentrationWith(p, r, drawings)},
		{ID: "spof", Title: p.Plain("Single points of failure"), Blocks: append(section.Spofs(p, spof.PointsOfFailure{Flows: r.FlowSPOFs, Structure: &r.Structure}, drawings), grounds.OutsideFlows(p)...)},
		{ID: "escalation", Title: p.Plain("Escalation: whom to call next"), Blocks: ladder.EscalationsWith(p, r.Escalations, drawings)},
	}...)
	if r.Observed != nil {
		all = append(all, document.Section{ID: "observed", Title: p.Plain("What was observed"), Blocks: observed.Chapter(p, *r.Observed, drawings)})
	}
	all = append(all, []document.Section{
		{ID: "findings", Title: p.Plain("What to fix first"), Blocks: FindingBlocks(p, r.Findings)},
		{ID: "account", Title: p.Plain("Account of the input"), Blocks: accounts(p, r)},
		{ID: "definitions", Page: "definitions.html", Title: p.Plain("Definitions"), Blocks: definitionBlocks(p)},
		{ID: "organizations", Page: "organizations.html", Title: p.Plain("Organizations"), Blocks: organizations(p, drawings)},
		{ID: "tasks", Page: "tasks.html", Title: p.Plain("Tasks"), Blocks: tasks(p, drawings)},
	}...)
	var example []document.Block
	for i, s := range all {
		s.Blocks, example = declared(p, s.Blocks, example)
		s.Blocks, s.Evidence = shorten(withoutEmpty(p, s.Blocks)), evidenceOf(p, s.ID)
		pages.Level(s.Blocks, 3)
		all[i] = s
	}
	if example != nil {
		all = append(all, document.Section{ID: howToDeclare, Title: p.Plain("How to declare flows"), Page: howToDeclare + ".html", Blocks: example})
	}
	return all
}

// declared leaves the example of what is not declared out of a section, which is then a
// line that leads to it, and returns the first example that any section had.
func declared(p messages.Printer, blocks, example []document.Block) (without, first []document.Block) {
	at := slices.IndexFunc(blocks, func(b document.Block) bool { return b.Code != "" })
	if at < 2 {
		return blocks, example
	}
	if example == nil {
		example = slices.Clone(blocks[at-1 : at+1])
	}
	why := blocks[at-2]
	why.Text = p.Sentences(why.Text, document.Phrase{{Text: p.Plain("How to declare flows"), Href: "#" + howToDeclare}})
	return slices.Concat(blocks[:at-2], []document.Block{why}, blocks[at+1:]), example
}

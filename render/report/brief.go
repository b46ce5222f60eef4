package report

import (
	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/brief"
	"tasuki/render/report/pages"
)

// Brief returns what a committee reads: two printed pages at most, for readers without a
// definition at hand. The report begins with it.
func Brief(g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) []document.Section {
	said, _ := beginning(messages.Printer{Graph: g, Language: lang, Asked: r.Asked}, r, drawings)
	return said
}

// beginning returns the brief, and the drawings that it has not shown.
func beginning(p messages.Printer, r findings.Review, drawings []document.Drawing) (said []document.Section, rest []document.Drawing) {
	blocks, rest := brief.Blocks(p, r, drawings, func(rule string) document.Phrase { return shownAt(p, rule) })
	if list := p.Graph.Unread(); len(list) > 0 {
		blocks = append([]document.Block{{Note: unreadMarks(p, list)}}, blocks...)
	}
	pages.Level(blocks, 3)
	return []document.Section{{ID: "conclusion", Title: p.Plain("Conclusion"), Blocks: blocks}}, rest
}

package report

import (
	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/pages"
)

// OnPaper is what is printed of a report: its first page, and where the rest is.
type OnPaper struct {
	Brief, Chapters []document.Section
	Elsewhere       int          // tables on other pages
	Beside          string       // these pages, by title and file
	Places          pages.Places // in which file what lies
}

// Paper returns what is printed of a report.
func Paper(g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) OnPaper {
	p := messages.Printer{Graph: g, Language: lang, Asked: r.Asked}
	begin, _ := beginning(p, r, drawings)
	all := pages.Deal(p, sections(p, r, drawings))
	main := all[0].Sections
	on := OnPaper{Brief: main[:len(begin)], Chapters: main[len(begin):], Places: pages.PlacesOf(all)}
	var list []document.Phrase
	parts := 0
	for _, page := range all[1:] {
		for _, s := range page.Sections {
			on.Elsewhere += document.TablesIn(s.Blocks)
		}
		if page.Part {
			parts++
			continue
		}
		list = append(list, p.Say("{1} ({2})||page", page.Title, page.File))
	}
	if parts > 0 {
		list = append(list, p.Many(parts, "{1} page of a flow", "{1} pages of flows"))
	}
	on.Beside = p.List(list).String()
	return on
}

package brief

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Blocks returns the brief, and the drawings that it has not shown: a drawing stands on a
// page once. Shown names the place of the report that shows a headline.
func Blocks(p messages.Printer, r findings.Review, drawings []document.Drawing, shown func(rule string) document.Phrase) (blocks []document.Block, rest []document.Drawing) {
	blocks = slices.Concat(points(p, r, shown), actions(p, r), footer(p, r))
	if d, ok := picture(p, r, drawings); ok {
		blocks = append(blocks, p.Figures([]document.Drawing{d}, d.Kind, d.Subject)...)
		drawings = slices.DeleteFunc(slices.Clone(drawings), func(x document.Drawing) bool { return x.File == d.File })
	}
	return blocks, drawings
}

// points are the three sentences, each with how sure it is and why.
func points(p messages.Printer, r findings.Review, shown func(rule string) document.Phrase) []document.Block {
	if len(r.Headlines) == 0 {
		return []document.Block{{Text: p.Say("Nothing stands out: the dataset holds no task that anybody leads.")}}
	}
	var steps []document.Phrase
	for _, h := range r.Headlines {
		steps = append(steps, p.Sentences(messages.Strong(document.Words(p.Closed(h.Message))), lesser(p.Reason(h)), shown(h.Rule)))
	}
	return []document.Block{{Steps: steps}}
}

// lesser gives a phrase less weight, but for what stands out in it.
func lesser(said document.Phrase) document.Phrase {
	for i := range said {
		if said[i].Style == document.PlainStyle && said[i].Href == "" {
			said[i].Style = document.RestStyle
		}
	}
	return said
}

// mostMapped is how many organizations a map shows that is read at a glance.
const mostMapped = 12

// picture chooses the drawing: the map of dependencies where some work passes between
// organizations, and no more of them than are seen at a glance; else the shares of the lead.
func picture(p messages.Printer, r findings.Review, drawings []document.Drawing) (document.Drawing, bool) {
	var passing []string
	for _, h := range r.Bottleneck.Handovers {
		if h.From != h.To {
			passing = append(passing, h.From, h.To)
		}
	}
	slices.Sort(passing)
	kinds := []document.DrawingKind{document.ShareDrawing, document.DependencyDrawing}
	if n := len(slices.Compact(passing)); 0 < n && len(p.Graph.Organizations()) <= mostMapped {
		slices.Reverse(kinds)
	}
	for _, kind := range kinds {
		if i := slices.IndexFunc(drawings, func(d document.Drawing) bool { return d.Kind == kind && d.Subject == "" }); i >= 0 {
			return drawings[i], true
		}
	}
	return document.Drawing{}, false
}

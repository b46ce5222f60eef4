package report

import (
	"tasuki/render/document"
	"tasuki/render/messages"
)

// source says what a section of the report rests on.
type source struct {
	results []string // keys of results.json
	queries []string // of the catalogue
}

// sources returns what the sections rest on, by their IDs.
func sources() map[string]source {
	return map[string]source{
		"certainty":     {[]string{"certainties"}, []string{"uncertain-marks", "realigned-marks"}},
		"loss":          {[]string{"losses", "loss_sets"}, []string{"loss-summary", "loss-of-organizations", "flow-losses"}},
		"bottleneck":    {[]string{"bottleneck"}, []string{"lead-shares", "handovers", "task-betweenness"}},
		"concentration": {[]string{"concentrations", "providers", "criticality"}, []string{"concentration", "concentration-by-group"}},
		"spof":          {[]string{"flow_spofs", "structure"}, []string{"flow-stopping-organizations", "flow-stopping-tasks"}},
		"escalation":    {[]string{"escalations"}, []string{"path-to-goal", "alternate-paths"}},
		"findings":      {[]string{"findings"}, nil},
		"tasks":         {nil, []string{"marks-of-task", "tasks-of-organization"}},
	}
}

// evidenceOf says where the figures of a section are, unrounded, and which
// questions to the graph lead to them.
func evidenceOf(p messages.Printer, section string) document.Phrase {
	s := sources()[section]
	code := func(prefix string) func(string) document.Phrase {
		return func(name string) document.Phrase {
			return document.Phrase{{Text: prefix + name, Style: document.CodeStyle}}
		}
	}
	var said document.Phrase
	if s.results != nil {
		said = p.Say("In results.json: {1}.", p.List(messages.Each(s.results, code(""))))
	}
	if s.queries != nil && p.Asked {
		said = p.Sentences(said, p.Say("To ask the graph: {1}.", p.List(messages.Each(s.queries, code("tasuki query run ")))))
	}
	return said
}

// shownAt links a headline to the part of the page that shows it, where the questions
// stand that ask a server the same.
func shownAt(p messages.Printer, rule string) document.Phrase {
	place, title := "findings", p.Plain("What to fix first")
	switch rule {
	case "bottleneck":
		place, title = "bottleneck", p.Plain("Who is the bottleneck")
	case "flow-stopped-by-organization":
		place, title = "loss", p.Plain("What breaks when an organization is missing")
	case "concentration":
		place, title = "concentration", p.Plain("How concentrated the lead is")
	}
	return document.Phrase{{Text: p.Plain("Evidence: {1}", title), Href: "#" + place, Style: document.EvidenceStyle}}
}

package render

import (
	"tasuki/analysis/findings"
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
func (p reporter) evidenceOf(section string) []block {
	s := sources()[section]
	code := func(prefix string) func(string) phrase {
		return func(name string) phrase { return phrase{{Text: prefix + name, Style: codeStyle}} }
	}
	var said phrase
	if s.results != nil {
		said = p.say("In results.json: {1}.", p.list(each(s.results, code(""))))
	}
	if s.queries != nil {
		said = p.sentences(said, p.say("To ask the graph: {1}.", p.list(each(s.queries, code("tasuki query run ")))))
	}
	if said == nil {
		return nil
	}
	return []block{{Link: said}}
}

// shownAt links a headline to the part of the page that shows it, and names the
// query that reproduces it.
func (p reporter) shownAt(rule string) phrase {
	place, title := "findings", p.plain("What to fix first")
	switch rule {
	case "bottleneck":
		place, title = "bottleneck", p.plain("Who is the bottleneck")
	case "flow-stopped-by-organization":
		place, title = "loss", p.plain("What breaks when an organization is missing")
	case "concentration":
		place, title = "concentration", p.plain("How concentrated the lead is")
	}
	query := rule
	for _, r := range findings.LintRules() {
		if r.ID == rule {
			query = r.Query
		}
	}
	return phrase{
		{Text: p.plain("Evidence: {1}", title), Href: "#" + place, Style: evidenceStyle},
		{Text: " "}, {Text: "tasuki query run " + query, Style: codeStyle},
	}
}

package report

import (
	"cmp"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// FindingBlocks lists every finding by severity, each with what to do next. All but
// the severest are shown on demand.
func FindingBlocks(p messages.Printer, list []findings.Finding) []document.Block {
	if len(list) == 0 {
		return []document.Block{{Text: p.Say("No rule found anything.")}}
	}
	var tally []document.Phrase
	for _, sentence := range p.Tally(list) {
		tally = append(tally, document.Words(sentence))
	}
	rule := p.Left("Rule")
	if p.Asked {
		rule = p.Left("Rule and query")
	}
	blocks := []document.Block{{Text: p.Say("A finding is a judgement about data that is valid: a rule, what it is about, and the evidence.")}}
	if len(tally) > 0 {
		blocks = append(blocks, document.Block{Text: p.Sentences(tally...)})
	}
	for _, s := range []findings.Severity{findings.High, findings.Medium, findings.Low, findings.Info} {
		title := p.Say("Findings of severity " + string(s))
		t := &document.Table{
			Columns: []document.Column{p.Wide("Finding"), p.Left("How sure"), p.Wide("Next step"), p.Left("Evidence"), rule},
		}
		for _, equal := range merged(list, s) {
			t.Rows = append(t.Rows, document.Row{Cells: finding(p, equal)})
		}
		switch {
		case len(t.Rows) == 0:
		case s == findings.High:
			t.Caption = title.String()
			blocks = append(blocks, document.Block{Table: t})
		default:
			blocks = append(blocks, document.Block{Group: &document.Group{
				Title: p.Say("{1} ({2})", title, countOf(list, s)), Folded: true, Printed: s == findings.Medium, Blocks: []document.Block{{Table: t}},
			}})
		}
	}
	return blocks
}

// merged returns the findings of a severity in their order, those of them together that
// say the same of several flows or organizations, as surely.
func merged(list []findings.Finding, s findings.Severity) [][]findings.Finding {
	var all [][]findings.Finding
	for _, f := range list {
		if f.Severity != s {
			continue
		}
		same := func(others []findings.Finding) bool {
			return ofSeveral(f.Rule) != "" && others[0].Rule == f.Rule && others[0].Certainty == f.Certainty && decidedAlike(others[0], f)
		}
		if i := slices.IndexFunc(all, same); i >= 0 {
			all[i] = append(all[i], f)
		} else {
			all = append(all, []findings.Finding{f})
		}
	}
	return all
}

// decidedAlike reports whether the same is decided about two findings.
func decidedAlike(a, b findings.Finding) bool {
	if a.Usual != b.Usual || (a.Acceptance == nil) != (b.Acceptance == nil) {
		return false
	}
	return a.Acceptance == nil || *a.Acceptance == *b.Acceptance
}

func countOf(list []findings.Finding, s findings.Severity) int {
	n := 0
	for _, f := range list {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// ofSeveral returns how the findings of a rule are said together, if their next step is
// the same.
func ofSeveral(rule string) string {
	switch rule {
	case "flow-stopped-by-task":
		return catalogue.Key("{1} flows have tasks between their ends that they cannot do without")
	case "organization-without-marks":
		return catalogue.Key("{1} organizations have no mark")
	}
	return ""
}

// finding is the row of equal findings, or of one.
func finding(p messages.Printer, equal []findings.Finding) []document.Cell {
	f := equal[0]
	sure := document.Cell{Text: p.Badge(f.Certainty)}
	var depends []string
	for _, e := range equal {
		depends = append(depends, e.DependsOn...)
	}
	slices.SortFunc(depends, graph.Compare)
	if depends = slices.Compact(depends); len(depends) > 0 {
		sure.Items, sure.Fold = messages.Each(depends, p.TaskID), p.Many(len(depends), "{1} task", "{1} tasks")
	}
	said, grounds := document.Text(p.Closed(f.Message)), evidence(p, f.Evidence)
	switch {
	case len(equal) > 1:
		said = document.Cell{Text: p.Say(ofSeveral(f.Rule), len(equal)), Fold: p.Say("Each of them")}
		grounds = document.Cell{}
		for _, e := range equal {
			said.Items = append(said.Items, document.Words(p.Closed(e.Message)))
			grounds.Items = append(grounds.Items, p.Subject(e.Subject))
		}
	case f.Subject.Kind != rules.AboutDataset:
		grounds.Text = p.Subject(f.Subject)
	}
	for _, text := range p.Decided(f) {
		if said.Fold == nil { // what is folded has its own say
			said.Items = append(said.Items, document.Words(text))
		} else {
			sure.Items = append(sure.Items, document.Words(text))
		}
	}
	return []document.Cell{said, sure, {Text: nextStep(p, f)}, grounds, findingRule(p, equal)}
}

// findingRule gives the IDs of findings, which begin with their rule, and, where a server
// was used, the query that reproduces them.
func findingRule(p messages.Printer, equal []findings.Finding) document.Cell {
	f := equal[0]
	c := document.Cell{Text: document.Phrase{{Text: cmp.Or(f.ID, f.Rule), Style: document.IDStyle}}}
	if f.Query != "" && p.Asked {
		c.Items = []document.Phrase{{{Text: "tasuki query run " + f.Query, Style: document.CodeStyle}}}
	}
	if len(equal) > 1 {
		c.Text = document.Phrase{{Text: f.Rule, Style: document.IDStyle}}
		for _, e := range equal {
			c.Items = append(c.Items, document.Phrase{{Text: cmp.Or(e.ID, e.Rule), Style: document.IDStyle}})
		}
		c.Fold = p.Say("Each of them")
	}
	return c
}

// evidence lists what a finding rests on: tasks, or else flows.
func evidence(p messages.Printer, ids []string) document.Cell {
	for _, id := range ids {
		if _, ok := p.Graph.TaskIndex(id); !ok {
			return folded(messages.Each(ids, p.Flow), p.Many(len(ids), "{1} flow", "{1} flows"))
		}
	}
	return folded(messages.Each(ids, p.Task), p.Many(len(ids), "{1} task", "{1} tasks"))
}

// folded shows a list on demand, unless it has one line.
func folded(items []document.Phrase, title document.Phrase) document.Cell {
	if len(items) < 2 {
		return document.Cell{Items: items}
	}
	return document.Cell{Items: items, Fold: title}
}

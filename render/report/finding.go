package report

import (
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// findingBlocks lists every finding by severity, each with what to do next. All but
// the severest are shown on demand.
func findingBlocks(p messages.Printer, list []findings.Finding) []document.Block {
	if len(list) == 0 {
		return []document.Block{{Text: p.Say("No rule found anything.")}}
	}
	rule := p.Left("Rule")
	if p.Asked {
		rule = p.Left("Rule and query")
	}
	blocks := []document.Block{{Text: p.Say("A finding is a judgement about data that is valid: a rule, what it is about, and the evidence.")}}
	for _, s := range []findings.Severity{findings.High, findings.Medium, findings.Low, findings.Info} {
		title := p.Say("Findings of severity " + string(s))
		t := &document.Table{
			Columns: []document.Column{p.Wide("Finding"), p.Left("How sure"), p.Wide("Next step"), p.Left("Evidence"), rule},
		}
		for _, f := range list {
			if f.Severity == s {
				t.Rows = append(t.Rows, document.Row{Cells: finding(p, f)})
			}
		}
		switch {
		case len(t.Rows) == 0:
		case s == findings.High:
			t.Caption = title.String()
			blocks = append(blocks, document.Block{Table: t})
		default:
			blocks = append(blocks, document.Block{Group: &document.Group{
				Title: p.Say("{1} ({2})", title, len(t.Rows)), Folded: true, Printed: s == findings.Medium, Blocks: []document.Block{{Table: t}},
			}})
		}
	}
	return blocks
}

func finding(p messages.Printer, f findings.Finding) []document.Cell {
	sure := document.Cell{Text: p.Badge(f.Certainty)}
	if len(f.DependsOn) > 0 {
		sure.Items, sure.Fold = messages.Each(f.DependsOn, p.TaskID), p.Many(len(f.DependsOn), "{1} task", "{1} tasks")
	}
	evidence := evidence(p, f.Evidence)
	if f.Subject.Kind != rules.AboutDataset {
		evidence.Text = p.Subject(f.Subject)
	}
	return []document.Cell{document.Text(p.Closed(f.Message)), sure, {Text: nextStep(p, f)}, evidence, findingRule(p, f)}
}

// findingRule names the rule of a finding and, where a server was used, the query that
// reproduces it.
func findingRule(p messages.Printer, f findings.Finding) document.Cell {
	c := document.Cell{Text: document.Phrase{{Text: f.Rule, Style: document.IDStyle}}}
	if f.Query != "" && p.Asked {
		c.Items = []document.Phrase{{{Text: "tasuki query run " + f.Query, Style: document.CodeStyle}}}
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

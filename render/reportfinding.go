package render

import (
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
)

// findings lists every finding by severity, each with what to do next. All but
// the severest are shown on demand.
func (p reporter) findings(list []findings.Finding) []block {
	if len(list) == 0 {
		return []block{{Text: p.say("No rule found anything.")}}
	}
	blocks := []block{{Text: p.say("A finding is a judgement about data that is valid: a rule, what it is about, and the evidence.")}}
	for _, s := range []findings.Severity{findings.High, findings.Medium, findings.Low, findings.Info} {
		title := p.say("Findings of severity " + string(s))
		t := &table{
			Columns: []column{p.wide("Finding"), p.left("How sure"), p.wide("Next step"), p.left("Evidence"), p.left("Rule and query")},
		}
		for _, f := range list {
			if f.Severity == s {
				t.Rows = append(t.Rows, row{Cells: p.finding(f)})
			}
		}
		switch {
		case len(t.Rows) == 0:
		case s == findings.High:
			t.Caption = title.String()
			blocks = append(blocks, block{Table: t})
		default:
			blocks = append(blocks, block{Group: &group{
				Title: p.say("{1} ({2})", title, len(t.Rows)), Folded: true, Printed: s == findings.Medium, Blocks: []block{{Table: t}},
			}})
		}
	}
	return blocks
}

func (p reporter) finding(f findings.Finding) []cell {
	sure := cell{Text: p.badge(f.Certainty)}
	if len(f.DependsOn) > 0 {
		sure.Items, sure.Fold = each(f.DependsOn, p.taskID), p.many(len(f.DependsOn), "{1} task", "{1} tasks")
	}
	evidence := p.evidence(f.Evidence)
	if f.Subject.Kind != rules.AboutDataset {
		evidence.Text = p.subject(f.Subject)
	}
	return []cell{text(p.closed(f.Message)), sure, {Text: p.nextStep(f)}, evidence, findingRule(f)}
}

// findingRule names the rule of a finding and the query that reproduces it.
func findingRule(f findings.Finding) cell {
	c := cell{Text: phrase{{Text: f.Rule, Style: idStyle}}}
	if f.Query != "" {
		c.Items = []phrase{{{Text: "tasuki query run " + f.Query, Style: codeStyle}}}
	}
	return c
}

// evidence lists what a finding rests on: tasks, or else flows.
func (p reporter) evidence(ids []string) cell {
	for _, id := range ids {
		if _, ok := p.g.TaskIndex(id); !ok {
			return folded(each(ids, p.flow), p.many(len(ids), "{1} flow", "{1} flows"))
		}
	}
	return p.taskCell(ids)
}

func (p reporter) subject(s rules.Subject) phrase {
	switch s.Kind {
	case rules.AboutOrganization:
		return p.organization(s.ID)
	case rules.AboutTask:
		return p.task(s.ID)
	case rules.AboutFlow:
		return p.flow(s.ID)
	}
	return p.say("the dataset")
}

package comparison

import (
	"io"
	"slices"

	"tasuki/analysis/consequence"
	"tasuki/analysis/difference"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/consequences"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
)

// Text writes what differs between two graphs as text for a terminal. Errors are those of
// w.
func Text(w io.Writer, before, after *graph.Graph, d difference.Difference, lang messages.Language) error {
	return text.WriteText(w, Blocks(messages.Printer{Graph: before, Language: lang}, messages.Printer{Graph: after, Language: lang}, d))
}

// shown is how many rows of a table are listed.
const shown = 20

// Blocks returns what differs: the answer, the figures of both, whose figures differ, findings, what was matched
// by its name, and the facts by their kinds.
func Blocks(old, now messages.Printer, d difference.Difference) []document.Block {
	blocks := []document.Block{{Text: answer(now, d)}, {Text: judgedBy(old, now, d)}, {Table: consequences.Figures(now, now.Plain("Figures"),
		[2]document.Column{now.Left("Old"), now.Left("New")}, [2]consequence.Measures{d.Old, d.New})}}
	blocks = append(blocks, Reviews(old, now, d.Reviews)...)
	if len(d.Matches) > 0 {
		blocks = append(blocks, tabled(now, now.Say("Taken for the same by their names"), matchRows(old, now, d), now.Left("Old"), now.Left("New"), now.Right("Similarity"))...)
	}
	for _, k := range difference.Kinds() {
		if rows := factRows(old, now, d, k); len(rows) > 0 {
			blocks = append(blocks, tabled(now, title(now, k), rows, now.Left("What"), now.Left("Part"), now.Left("Old"), now.Left("New"))...)
		}
	}
	return blocks
}

// Reviews returns what differs between two reviews: whose figures, and findings.
func Reviews(old, now messages.Printer, d difference.Reviews) (blocks []document.Block) {
	if len(d.Organizations) > 0 {
		blocks = append(blocks, tabled(now, now.Say("Organizations whose figures differ"), standingRows(old, now, d),
			now.Left("Organization"), now.Right("Share, old"), now.Right("Share, new"), now.Right("Stops flows alone, old"), now.Right("Stops flows alone, new"))...)
	}
	if len(d.Flows) > 0 {
		blocks = append(blocks, tabled(now, now.Say("Flows whose single points of failure differ"), exposureRows(old, now, d),
			now.Left("Flow"), now.Right("Organizations, old"), now.Right("Organizations, new"), now.Right("Tasks, old"), now.Right("Tasks, new"))...)
	}
	if len(d.Findings) > 0 {
		blocks = append(blocks, tabled(now, now.Say("Findings, with the number of tasks or flows that each is about"), findingRows(old, now, d), now.Left("Rule"), now.Left("About"), now.Left("Old"), now.Left("New"))...)
	}
	return blocks
}

// judgedBy says by which rules the figures and findings are so, and how many marks of
// either dataset are not sure.
func judgedBy(old, now messages.Printer, d difference.Difference) document.Phrase {
	said := now.RulesInForce(d.NewRules)
	if d.OldRules != d.NewRules {
		said = now.Sentences(now.Say("Old: {1}", old.RulesInForce(d.OldRules)), now.Say("New: {1}", said))
	}
	for _, side := range []document.Phrase{prefixed(now, "Old: {1}", consequences.AsRead(old)), prefixed(now, "New: {1}", consequences.AsRead(now))} {
		said = now.Sentences(said, side)
	}
	return said
}

func prefixed(p messages.Printer, form string, said document.Phrase) document.Phrase {
	if len(said) == 0 {
		return nil
	}
	return p.Say(form, said)
}

// tabled returns the first rows as a table, and how many others there are.
func tabled(p messages.Printer, title document.Phrase, rows []document.Row, columns ...document.Column) []document.Block {
	t := &document.Table{Caption: p.Say("{1} ({2})", title, len(rows)).String(), Columns: columns, Rows: rows[:min(shown, len(rows))]}
	if more := len(rows) - shown; more > 0 {
		return []document.Block{{Table: t}, {Text: p.Say("and {1} more (--output json lists all)", more)}}
	}
	return []document.Block{{Table: t}}
}

// answer says in one sentence what came, went and changed, and in another how many findings are new.
func answer(p messages.Printer, d difference.Difference) document.Phrase {
	if len(d.Changes)+len(d.Findings)+len(d.Matches) == 0 {
		return p.Say("Nothing differs.")
	}
	counted := func(is func(difference.Change) bool) document.Phrase {
		var parts []document.Phrase
		for _, k := range difference.Kinds() {
			n := 0
			for _, c := range d.Changes {
				if c.Kind == k && is(c) {
					n++
				}
			}
			if n > 0 {
				parts = append(parts, counting(p, k, n))
			}
		}
		if len(parts) == 0 {
			return p.Say("nothing")
		}
		return p.List(parts)
	}
	facts := p.Say("Came: {1}. Went: {2}. Changed: {3}.",
		counted(func(c difference.Change) bool { return c.Old == nil }),
		counted(func(c difference.Change) bool { return c.New == nil }),
		counted(func(c difference.Change) bool { return c.Old != nil && c.New != nil }))
	return p.Sentences(facts, FindingCount(p, d.Reviews))
}

// FindingCount says how many findings came and went.
func FindingCount(p messages.Printer, d difference.Reviews) document.Phrase {
	fresh, gone, severity, evidence := 0, 0, 0, 0
	for _, f := range d.Findings {
		switch {
		case f.Old == nil:
			fresh++
		case f.New == nil:
			gone++
		case f.Old.Severity != f.New.Severity:
			severity++
		default:
			evidence++
		}
	}
	return p.Say("Findings: {1} new, {2} gone, {3} of another severity, {4} with other evidence, {5} as before.", fresh, gone, severity, evidence, d.Remained)
}

// counting says how many facts of a kind there are.
func counting(p messages.Printer, k difference.Kind, n int) document.Phrase {
	switch k {
	case difference.Dataset:
		return p.Say("the name or the rules")
	case difference.Organization:
		return p.Many(n, "{1} organization", "{1} organizations")
	case difference.Term:
		return p.Many(n, "{1} word of a vocabulary", "{1} words of vocabularies")
	case difference.Task:
		return p.Many(n, "{1} task", "{1} tasks")
	case difference.Mark:
		return p.Many(n, "{1} mark", "{1} marks")
	case difference.Flow:
		return p.Many(n, "{1} flow", "{1} flows")
	case difference.Handoff:
		return p.Many(n, "{1} handoff", "{1} handoffs")
	case difference.Calendar:
		return p.Many(n, "{1} calendar", "{1} calendars")
	case difference.Outside:
		return p.Many(n, "{1} outside report", "{1} outside reports")
	}
	return p.Many(n, "{1} supply", "{1} supplies")
}

func title(p messages.Printer, k difference.Kind) document.Phrase {
	switch k {
	case difference.Dataset:
		return p.Say("Dataset")
	case difference.Organization:
		return p.Say("Organizations")
	case difference.Term:
		return p.Say("Vocabularies")
	case difference.Task:
		return p.Say("Tasks")
	case difference.Mark:
		return p.Say("Marks")
	case difference.Flow:
		return p.Say("Flows")
	case difference.Handoff:
		return p.Say("Handoffs")
	case difference.Calendar:
		return p.Say("Calendars")
	case difference.Outside:
		return p.Say("Outside reports")
	}
	return p.Say("Supplies")
}

func findingRows(old, now messages.Printer, d difference.Reviews) []document.Row {
	var rows []document.Row
	for _, f := range d.Findings {
		p, j := now, f.New
		if j == nil {
			p, j = old, f.Old
		}
		about := now.Say("the dataset")
		if f.About != rules.AboutDataset {
			about = p.Subject(rules.Subject{Kind: f.About, ID: j.ID})
		}
		judged := func(j *difference.Judgement) document.Cell {
			if j == nil {
				return document.Text(messages.Unknown)
			}
			if j.Evidence == 0 {
				return document.Cell{Text: severity(now, j.Severity)}
			}
			return document.Cell{Text: now.Say("{1} ({2})", severity(now, j.Severity), j.Evidence)}
		}
		rows = append(rows, document.Row{Cells: []document.Cell{document.Text(f.Rule), {Text: about}, judged(f.Old), judged(f.New)}})
	}
	return rows
}

func severity(p messages.Printer, s findings.Severity) document.Phrase { return p.Say(string(s)) }

func matchRows(old, now messages.Printer, d difference.Difference) []document.Row {
	var rows []document.Row
	for _, m := range d.Matches {
		named := func(p messages.Printer, id string) document.Cell {
			if m.Kind == difference.Organization {
				return document.Cell{Text: p.Organization(id)}
			}
			return document.Cell{Text: p.Task(id)}
		}
		rows = append(rows, document.Row{Cells: []document.Cell{named(old, m.Old), named(now, m.New), document.Text(messages.Percentage(100 * m.Similarity))}})
	}
	return rows
}

// factRows has a row for each fact of a kind that came or went, and for each part of one
// that changed.
func factRows(old, now messages.Printer, d difference.Difference, k difference.Kind) []document.Row {
	var rows []document.Row
	for _, c := range d.Changes {
		if c.Kind != k {
			continue
		}
		p, key := now, c.New
		if key == nil {
			p, key = old, c.Old
		}
		what := document.Cell{Text: fact(p, k, key)}
		switch {
		case c.Old == nil:
			rows = append(rows, document.Row{Cells: []document.Cell{what, document.Text(""), document.Text(messages.Unknown), {Text: now.Say("came")}}})
		case c.New == nil:
			rows = append(rows, document.Row{Cells: []document.Cell{what, document.Text(""), {Text: now.Say("went")}, document.Text(messages.Unknown)}})
		}
		for _, f := range c.Fields {
			rows = append(rows, document.Row{Cells: []document.Cell{what, document.Text(f.Name), document.Text(value(f.Old)), document.Text(value(f.New))}})
		}
	}
	return rows
}

func value(s string) string {
	if s == "" {
		return messages.Unknown
	}
	return s
}

// fact names a fact by its key.
func fact(p messages.Printer, k difference.Kind, key []string) document.Phrase {
	switch k {
	case difference.Dataset:
		return p.Say("Dataset")
	case difference.Organization:
		return p.Organization(key[0])
	case difference.Task:
		return p.Task(key[0])
	case difference.Flow:
		return p.FlowTitle(key[0])
	case difference.Mark:
		return p.Say("{1}: {2}, {3}", p.TaskID(key[0]), p.Organization(key[1]), p.Say(key[2]))
	case difference.Handoff:
		way := p.Way([]string{key[1], key[2]})
		if key[0] == "" {
			return way
		}
		return p.Say("{1}: {2}", p.FlowTitle(key[0]), way)
	case difference.Supply:
		return p.List(append(messages.Each(slices.DeleteFunc(slices.Clone(key[:3]), func(s string) bool { return s == "" }), document.Words), p.Organization(key[3])))
	}
	if len(key) == 1 { // of a calendar or an outside report
		return document.Words(key[0])
	}
	return p.Say("{1}: {2}", document.Words(key[0]), document.Words(key[1]))
}

package readiness

import (
	"io"
	"reflect"
	"slices"

	"tasuki/analysis/readiness"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

// Text writes who is reached in a week, the answer first.
func Text(w io.Writer, g *graph.Graph, week readiness.Week, lang messages.Language) error {
	return text.WriteText(w, Blocks(messages.Printer{Graph: g, Language: lang}, week))
}

// Blocks says who is reached in a week: the answer, by which clock and rules, and the flows.
func Blocks(p messages.Printer, w readiness.Week) []document.Block {
	if len(w.Flows) == 0 {
		return section.Undeclared(p, p.Say("Who is reached when is asked of flows, and none is declared."))
	}
	if !declaresContacts(p.Graph) {
		return []document.Block{{Text: p.Say("No organization declares a contact, so that it is not known who is reached when. Declare contacts with hours.")}}
	}
	blocks := []document.Block{{Text: answered(p, w)}, {Text: basis(p, w)}}
	if slices.ContainsFunc(w.Flows, hasUndeclared) {
		blocks = append(blocks, document.Block{Note: p.Say("A question mark stands behind who declares no hours: it is not known whether it is reached.")})
	}
	for _, f := range w.Flows {
		blocks = append(blocks, document.Block{Group: &document.Group{ID: messages.AnchorOf("readiness", f.Flow), Title: p.FlowTitle(f.Flow), Blocks: flow(p, w, f)}})
	}
	if len(w.Deputies) > 0 {
		blocks = append(blocks, document.Block{Group: &document.Group{
			Title:  p.Many(len(w.Deputies), "{1} post that stands in for several", "{1} posts that stand in for several"),
			Blocks: []document.Block{{Items: messages.Each(w.Deputies, func(d readiness.SharedDeputy) document.Phrase { return deputy(p, w, d) })}},
		}})
	}
	return blocks
}

func declaresContacts(g *graph.Graph) bool {
	return slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool { return len(o.Contacts)+len(o.ContactLists) > 0 })
}

// mostGaps is how many gaps the answer names.
const mostGaps = 3

// answered says in how many hours somebody is reached, and where nobody is.
func answered(p messages.Printer, w readiness.Week) document.Phrase {
	said := p.Say("Of {1} hours, {2} have somebody for every lead of every flow, {3} of them at the first level", len(w.Hours), w.Counts.Reached(), w.Counts.First)
	if len(w.Flows) == 1 {
		said = p.Say("Of {1} hours, {2} have somebody for every lead of {4}, {3} of them at the first level", len(w.Hours), w.Counts.Reached(), w.Counts.First, p.FlowName(w.Flows[0].Flow))
	}
	var gaps []document.Phrase
	for _, s := range []readiness.Standing{readiness.Nobody, readiness.Unlisted, readiness.Undeclared} {
		for _, f := range w.Flows {
			for _, x := range f.Gaps {
				if x.Standing == s {
					gaps = append(gaps, p.Say("{1} {2}||a flow and its gap", p.FlowName(f.Flow), gap(p, w, x)))
				}
			}
		}
	}
	for _, g := range gaps[:min(len(gaps), mostGaps)] {
		said = p.Say("{1}; {2}", said, g)
	}
	if more := len(gaps) - mostGaps; more > 0 {
		said = p.Many(more, "{2}; and {1} more gap", "{2}; and {1} more gaps", said)
	}
	return p.Say("{1}.", said)
}

// gap says of what a flow has nobody, and when.
func gap(p messages.Printer, w readiness.Week, x readiness.Unreached) document.Phrase {
	what := p.Say("{1} ({2})", p.List(messages.Each(x.Tasks, p.TaskID)), p.List(messages.Each(x.Leads, p.Party)))
	switch x.Standing {
	case readiness.Nobody:
		return p.Say("has nobody for {1}: {2}", what, when(p, w, x.Spans))
	case readiness.Unlisted:
		return p.Say("has no contact for {1}: {2}", what, when(p, w, x.Spans))
	}
	return p.Say("has only contacts without hours for {1}: {2}", what, when(p, w, x.Spans))
}

// basis says which week it is, by which clock, and which rule holds.
func basis(p messages.Printer, w readiness.Week) document.Phrase {
	zone := document.Words(w.Zone)
	for _, c := range p.Graph.Dataset().Calendars {
		if c.ID == w.Calendar && !c.Name.IsZero() {
			zone = p.Say("{1} ({2})", c.Name.In(p.Lang), w.Zone)
		}
	}
	said := p.Say("The week from {1} to {2}, by the clock of {3}.", w.From, w.Until, zone)
	if len(w.Holidays) > 0 {
		said = p.Sentences(said, p.Say("Holidays: {1}.", p.List(messages.Each(w.Holidays, document.Words))))
	}
	if w.Severity != "" {
		said = p.Sentences(said, p.Say("Severity: {1}.", p.Term(p.Graph.Dataset().Severities, w.Severity)))
	}
	return p.Sentences(said, p.Say("An hour counts by the worst of its minutes; of several leads of a task, {1}.", leadRule(p, w)))
}

func leadRule(p messages.Printer, w readiness.Week) document.Phrase {
	if w.Rules.Leads == graph.AnyLead {
		return p.Say("one that is reached suffices")
	}
	return p.Say("each must be reached")
}

func hasUndeclared(f readiness.FlowWeek) bool {
	return slices.ContainsFunc(f.Parties, func(x readiness.Party) bool {
		return slices.ContainsFunc(x.Spans, func(s readiness.ReachSpan) bool {
			return s.First != nil && slices.ContainsFunc(s.First.Posts, func(post readiness.ReachedPost) bool { return post.Undeclared })
		})
	})
}

// flow says who is reached about one flow.
func flow(p messages.Printer, w readiness.Week, f readiness.FlowWeek) []document.Block {
	blocks := []document.Block{{Text: p.Say("Hours in which the lead of every task is reached at the first level: {1}; at a later level or by escalation: {2}; hours not declared: {3}; no contact declared: {4}; nobody: {5}.",
		f.Counts.First, f.Counts.Later, f.Counts.Undeclared, f.Counts.Unlisted, f.Counts.Nobody)}}
	if len(f.Leaderless) > 0 {
		blocks = append(blocks, document.Block{Note: p.Say("Tasks without a lead, which are not counted: {1}.", p.List(messages.Each(f.Leaderless, p.TaskID)))})
	}
	table := &document.Table{Columns: []document.Column{p.Left("Organization"), p.Left("Tasks"), p.Left("When||hours"), p.Wide("Reached first")}}
	for _, x := range f.Parties {
		for i, r := range together(x.Spans) {
			row := document.Row{Cells: []document.Cell{{}, {}, {Text: when(p, w, r.times)}, reached(p, x.Organization, r.Reach)}}
			if i == 0 {
				row.Cells[0], row.Cells[1] = document.Cell{Text: p.Organization(x.Organization)}, document.Cell{Text: p.List(messages.Each(x.Tasks, p.TaskID))}
			}
			table.Rows = append(table.Rows, row)
		}
	}
	blocks = append(blocks, document.Block{Table: table})
	if len(f.Alone) > 0 {
		blocks = append(blocks, document.Block{Items: messages.Each(f.Alone, func(a readiness.Alone) document.Phrase {
			return p.Many(a.Hours, "{2} of {3} is the only one reached for {4}, in {1} hour: {5}.", "{2} of {3} is the only one reached for {4}, in {1} hours: {5}.",
				post(p, a.Name), p.Organization(a.Organization), p.OrganizationList(a.For), when(p, w, a.Spans))
		})})
	}
	return blocks
}

// reachedAt is whom calls get to at several times.
type reachedAt struct {
	readiness.Reach
	times []readiness.Stretch
}

// together puts times of the same together, in the order of the first of each.
func together(list []readiness.ReachSpan) []reachedAt {
	var all []reachedAt
	for _, s := range list {
		i := slices.IndexFunc(all, func(x reachedAt) bool { return reflect.DeepEqual(x.Reach, s.Reach) })
		if i < 0 {
			i, all = len(all), append(all, reachedAt{Reach: s.Reach})
		}
		all[i].times = append(all[i].times, s.Stretch)
	}
	return all
}

// reached says whom calls get to first and, where that is not sure, who is reached for sure.
func reached(p messages.Printer, org string, r readiness.Reach) document.Cell {
	switch {
	case r.Standing == readiness.Unlisted:
		return document.Cell{Text: p.Say("no contact is declared")}
	case r.First == nil:
		return document.Cell{Text: p.Say("nobody")}
	case r.Sure == nil:
		return document.Cell{Text: call(p, org, *r.First)}
	}
	return document.Cell{Items: []document.Phrase{call(p, org, *r.First), p.Say("for sure: {1}", call(p, org, *r.Sure))}}
}

// call says who is reached at a level, and after how long.
func call(p messages.Printer, org string, c readiness.CallTo) document.Phrase {
	who := p.List(messages.Each(c.Posts, func(x readiness.ReachedPost) document.Phrase {
		said := post(p, x.Name)
		if x.Deputy {
			said = p.Say("{1} (deputy)", said)
		}
		if x.Undeclared {
			said = p.Say("{1} (?)", said)
		}
		return said
	}))
	said := p.Say("level {1}: {2}", c.Level, who)
	if c.Organization != org {
		said = p.Say("{1}, level {2}: {3}", p.Organization(c.Organization), c.Level, who)
	}
	switch {
	case c.WaitMinutes == nil:
		return p.Say("{1}, after a wait that is not declared", said)
	case *c.WaitMinutes > 0:
		return p.Many(*c.WaitMinutes, "{2}, after {1} minute", "{2}, after {1} minutes", said)
	}
	return said
}

func post(p messages.Printer, name graph.Name) document.Phrase {
	if name.IsZero() {
		return p.Say("a contact without a name")
	}
	return document.Words(name.In(p.Lang))
}

// deputy says for whom one post stands in, and when it is called for several at once.
func deputy(p messages.Printer, w readiness.Week, d readiness.SharedDeputy) document.Phrase {
	posts := p.List(messages.Each(d.Posts, func(x readiness.DeputyFor) document.Phrase {
		return p.Say("{1} of {2}", post(p, x.Name), p.Organization(x.Organization))
	}))
	said := p.Say("{1} is the deputy of {2}", document.Words(d.Name.In(p.Lang)), posts)
	if d.Organizations > 1 {
		said = p.Say("{1} (in several organizations, by the same name)", said)
	}
	if d.Hours == 0 {
		return p.Say("{1}; it is never called for several at once.", said)
	}
	return p.Many(d.Hours, "{2}; it is called for several at once in {1} hour: {3}.", "{2}; it is called for several at once in {1} hours: {3}.", said, when(p, w, d.Spans))
}

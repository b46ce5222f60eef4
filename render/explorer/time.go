package explorer

import (
	"slices"
	"strings"

	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// clock is the control by which a minute is chosen or, where no times are declared, a
// step.
type clock struct {
	First, Minute, Last int
	Label               string
}

// time shows the dry run of a flow at a minute: who has been called, who is next, at best
// and at worst.
func (w world) time() (content, error) {
	f, err := w.flowNamed()
	if err != nil {
		return content{}, err
	}
	c := content{title: w.p.Plain("{1}: who is called when", w.p.FlowName(f.ID).String()), asks: []question{{"path-to-goal", []param{{"flow", f.ID}}}}}
	list, p, err := w.escalation(f.ID)
	if err != nil {
		return c, err
	}
	w.p = p
	s := document.Section{ID: "clock"}
	var best *escalation.Ladder
	if len(list) > 0 {
		best = list[0].Best()
	}
	switch {
	case best == nil || len(best.Paths) == 0:
		s.Title, s.Blocks = w.p.Plain("Whom to call next"), []document.Block{{Text: w.p.Say("No goal can be reached.")}}
	case best.Paths[0].Timeline == nil:
		s = w.steps(&c, best.Paths[0])
	default:
		t := best.Paths[0].Timeline
		c.clock = &clock{0, w.Minute, t.Worst.AtLeast, w.p.Plain("Minute on the clock")}
		s.Title = w.p.Plain("At minute {1}", w.Minute)
		s.Blocks = append(w.now(t), document.Block{Table: w.events(t, &c.list)})
		c.data = t
	}
	s.Blocks = append(s.Blocks, document.Block{Link: w.link(w.p.Plain("The flow in lanes"), w.At(FlowView, f.ID))})
	c.sections = []document.Section{s}
	return c, nil
}

// steps shows step by step who has the work, where no times are declared.
func (w world) steps(c *content, path escalation.Path) document.Section {
	order := ordered(path)
	last := slices.Max(order)
	at := min(max(w.Minute-1, 0), last)
	c.clock, c.data = &clock{1, at + 1, last + 1, w.p.Plain("Step on the way")}, path
	s := document.Section{ID: "clock", Title: w.p.Plain("At step {1} of {2}", at+1, last+1)}
	var here, next []document.Phrase
	for i, step := range path.Steps {
		who := w.p.Say("{1} with {2}", w.p.Task(step.Task), w.p.OrganizationList(step.Organizations))
		switch order[i] {
		case at:
			here = append(here, who)
		case at + 1:
			next = append(next, who)
		}
	}
	said := w.p.Say("Work is at {1}.", w.p.List(here))
	if at < last {
		said = w.p.Sentences(said, w.p.Say("Next: {1}.", w.p.List(next)))
	} else {
		said = w.p.Sentences(said, w.p.Say("The last step is reached."))
	}
	t := &document.Table{Caption: w.p.Plain("The steps of the shortest path"), Columns: []document.Column{w.p.Right("Step||way"), w.p.Left("Task"), w.p.Left("Organization"), w.p.Left("At this step")}}
	c.list = document.Listing{Columns: []string{w.p.Plain("Step||way"), w.p.Plain("Task"), w.p.Plain("Organization")}}
	for i, step := range path.Steps {
		state := w.p.Say("not yet")
		switch {
		case order[i] < at:
			state = w.p.Say("✓ done")
		case order[i] == at:
			state = messages.Strong(w.p.Say("▶ work is here"))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Text(messages.Whole(order[i] + 1)), {Text: w.p.Task(step.Task)}, w.p.OrganizationCell(step.Organizations), {Text: state}}})
		c.list.Rows = append(c.list.Rows, []any{order[i] + 1, step.Task, strings.Join(step.Organizations, " ")})
	}
	s.Blocks = []document.Block{
		{Text: said},
		{Note: w.p.Say("No times are declared of this flow, so that the slider counts steps: declare minutes on handoffs, and contacts with wait_minutes on organizations.")},
		{Table: t},
	}
	return s
}

// ordered returns of each step of a path how many come before it on the longest way to it:
// steps of branches that go on at the same time have the same number.
func ordered(path escalation.Path) []int {
	at := map[string]int{}
	list := make([]int, len(path.Steps))
	for i, s := range path.Steps {
		for _, a := range path.Arrivals(i) {
			if from, known := at[a.From]; known {
				list[i] = max(list[i], from+1)
			}
		}
		at[s.Task] = list[i]
	}
	return list
}

// reached says of an event whether it has happened at the minute of the place; unknown
// times have not.
func (w world) reached(m *escalation.Minutes) bool {
	return m != nil && m.Total != nil && *m.Total <= w.Minute
}

// now says where work stands in both cases: the last call that was made, and the next.
func (w world) now(t *escalation.Timeline) []document.Block {
	var items []document.Phrase
	for _, x := range []struct {
		best bool
		name document.Phrase
	}{{true, w.p.Say("At best||case")}, {false, w.p.Say("At worst||case")}} {
		var last, next *escalation.Event
		for i, e := range t.Events {
			m := e.Worst
			if x.best {
				m = e.Best
			}
			switch {
			case e.Level == 0 || m == nil:
			case w.reached(m):
				last = &t.Events[i]
			case next == nil:
				next = &t.Events[i]
			}
		}
		said := w.p.Say("{1}: nobody has been called yet", x.name)
		if last != nil {
			said = w.p.Say("{1}: {2} has been called last", x.name, w.callee(*last))
		}
		if next != nil {
			m := next.Worst
			if x.best {
				m = next.Best
			}
			said = w.p.Say("{1}; the next call is to {2} at minute {3}", said, w.callee(*next), minutes(m))
		} else {
			said = w.p.Say("{1}; nobody else is called", said)
		}
		items = append(items, said)
	}
	return []document.Block{{Items: items}}
}

// callee names who is called.
func (w world) callee(e escalation.Event) document.Phrase {
	who := w.p.Organization(e.Organization)
	if e.Level == 0 {
		return w.p.Say("{1} (nobody to call)", who)
	}
	if !e.Contact.IsZero() {
		return w.p.Say("{1} ({2})", who, e.Contact.In(w.p.Lang))
	}
	return who
}

// minutes is a time on the clock.
func minutes(m *escalation.Minutes) string {
	switch {
	case m == nil:
		return messages.Unknown
	case m.Total == nil:
		return "≥ " + messages.Whole(m.AtLeast)
	}
	return messages.Whole(*m.Total)
}

// events lists who is called at which minute, and whether that has come.
func (w world) events(t *escalation.Timeline, list *document.Listing) *document.Table {
	table := &document.Table{Caption: w.p.Plain("The calls, at best and at worst"), Columns: []document.Column{
		w.p.Left("Organization"), w.p.Left("Task"), w.p.Right("At best"), w.p.Right("At worst"), w.p.Left("At this minute"),
	}}
	list.Columns = []string{w.p.Plain("Rule"), w.p.Plain("Organization"), w.p.Plain("Task"), w.p.Plain("At best"), w.p.Plain("At worst")}
	for _, e := range t.Events {
		list.Rows = append(list.Rows, []any{string(e.Rule), e.Organization, e.Task, minutes(e.Best), minutes(e.Worst)})
		if e.Organization == "" {
			continue
		}
		state := w.p.Say("not yet")
		switch best, worst := w.reached(e.Best), w.reached(e.Worst); {
		case best && (worst || e.Worst == nil):
			state = w.p.Say("✓ called")
		case best:
			state = w.p.Say("called at best")
		case worst:
			state = w.p.Say("called at worst")
		}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Text: w.callee(e)}, {Text: w.p.Task(e.Task)}, document.Text(minutes(e.Best)), document.Text(minutes(e.Worst)), {Text: state},
		}})
	}
	return table
}

package observed

import (
	"slices"

	"tasuki/analysis/observe"
	"tasuki/graph/eventlog"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Read says what was read: how much, from when to when, what was left out and why, what the
// mapping does not tie, and which rules taken for granted the conclusions rest on.
func Read(p messages.Printer, o Observation) []document.Block {
	t := newTeller(p, o, shown)
	x := o.Observed.Log
	said := t.Say("{1} holds {2} in {3}", o.Log, t.events(x.Events), t.cases(x.Cases))
	if x.First != nil {
		said = t.Say("{1}; those of tasks are from {2} to {3} ({4})", said, t.time(x.First), t.time(x.Last), t.clock.Zone())
	}
	blocks := []document.Block{{Text: t.Say("{1}.", said)}}
	if x.Events == 0 {
		return append(blocks, t.leftOut()...)
	}
	blocks = append(blocks, document.Block{Text: t.Say("{1} of {2} events in {3} of {4} cases are of tasks of the dataset; only these are compared.", x.Mapped, x.Events, x.MappedCases, x.Cases)})
	blocks = append(blocks, t.leftOut()...)
	return append(blocks, append(t.untied(), document.Block{Items: t.premises()})...)
}

// untied says what the mapping ties to nothing, and what it leaves out.
func (t *teller) untied() (blocks []document.Block) {
	u := t.Observed.Unmapped
	if len(u.Activities) > 0 {
		blocks = append(blocks, document.Block{Text: t.Say("Activities that the mapping ties to no task, with their events: {1}.", t.values(u.Activities))})
	}
	if len(u.Performers) > 0 {
		blocks = append(blocks, document.Block{Text: t.Say("Performers of tasks that the mapping ties to no organization, with their events: {1}.", t.values(u.Performers))})
	}
	if len(u.IgnoredActivities) > 0 {
		blocks = append(blocks, document.Block{Text: t.Say("Activities that the mapping leaves out: {1}.", t.values(u.IgnoredActivities))})
	}
	if len(u.IgnoredPerformers) > 0 {
		blocks = append(blocks, document.Block{Text: t.Say("Performers that the mapping leaves out: {1}.", t.values(u.IgnoredPerformers))})
	}
	return blocks
}

func (t *teller) events(n int) document.Phrase { return t.Many(n, "{1} event", "{1} events") }

func (t *teller) cases(n int) document.Phrase { return t.Many(n, "{1} case", "{1} cases") }

// values names the first values of a log with their events, and counts the others.
func (t *teller) values(list []observe.Value) document.Phrase {
	named := messages.Each(list[:min(len(list), shown)], func(v observe.Value) document.Phrase {
		if v.Name == "" {
			return t.Say("(empty) {1}||events", v.Events)
		}
		return t.Say("“{1}” {2}||a value and its events", v.Name, v.Events)
	})
	if more := len(list) - len(named); more > 0 {
		return t.Say("{1} and {2} more", t.List(named), more)
	}
	return t.List(named)
}

// leftOut says which rows are no events, and why.
func (t *teller) leftOut() []document.Block {
	if len(t.Account.LeftOut) == 0 {
		return []document.Block{{Text: t.Say("No row was left out.")}}
	}
	return []document.Block{{Items: messages.Each(t.Account.LeftOut, func(x eventlog.LeftOut) document.Phrase {
		rows := make([]document.Phrase, len(x.First))
		for i, row := range x.First {
			rows[i] = document.Words(messages.Whole(int(row)))
		}
		said := t.Many(int(x.Count), "{1} row was left out: {2} (first row: {3})", "{1} rows were left out: {2} (first rows: {3})", t.reason(x.Reason), t.List(rows))
		if x.Value != "" {
			said = t.Say("{1}, such as “{2}”", said, x.Value)
		}
		return t.Say("{1}.", said)
	})}}
}

func (t *teller) reason(r eventlog.Reason) document.Phrase {
	switch r {
	case eventlog.NoCase:
		return t.Say("no case is named")
	case eventlog.Uneven:
		return t.Say("more cells than headings, or fewer")
	case eventlog.UnreadTime:
		return t.Say("the time cannot be read")
	case eventlog.Lifecycle:
		return t.Say("a transition other than complete")
	}
	return document.Words(string(r))
}

// premises are what was taken for granted and could change conclusions: how times are read,
// that one transition alone counts, and what becomes of events of nobody.
func (t *teller) premises() []document.Phrase {
	said := []document.Phrase{t.Say("Times that name no zone are read as those of {1}; another zone moves periods, and waits between times that name a zone and times that do not.", t.clock.Zone())}
	for _, x := range t.Account.LeftOut {
		if x.Reason == eventlog.Lifecycle {
			said = append(said, t.Say("Only the transition complete is an event, so that waits run from end to end of tasks and hold the work itself."))
		}
	}
	x := t.Observed
	if n := x.Performers.Counts.Nobody; n > 0 {
		said = append(said, t.Say("{1} of {2} events of tasks name nobody who performed them: they count for handoffs and flows, and not for who performed tasks.", n, x.Log.Mapped))
	}
	if n := x.Log.Untimed; n > 0 && !slices.ContainsFunc(t.Account.Notes, eventlog.WithoutHour(int64(n)).Equal) {
		said = append(said, t.Many(n, "{1} event of a task has no time, and stands where its row stands.", "{1} events of tasks have no time, and stand where their rows stand."))
	}
	// Of events of tasks this is said already; of those of the log where they are more.
	nobody, untimed := eventlog.WithoutPerformer(int64(x.Performers.Counts.Nobody)), eventlog.WithoutTime(int64(x.Log.Untimed))
	for _, n := range t.Account.Notes {
		if !n.Equal(nobody) && !n.Equal(untimed) {
			said = append(said, document.Words(t.Told(n)))
		}
	}
	return said
}

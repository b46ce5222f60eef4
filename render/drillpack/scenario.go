package drillpack

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
)

// occasion says which drill it is, when and where; nothing when the scenario does not.
func (p driller) occasion() []document.SheetPart {
	s := p.plan.Scenario
	var said []string
	for _, fact := range []struct{ what, value string }{{p.Plain("Drill number"), numberText(s.Number)}, {p.Plain("Date"), p.day(s.Date)}, {p.Plain("Place||of a drill"), s.Place.In(p.Lang)}} {
		if fact.value != "" {
			said = append(said, p.Plain("{1}: {2}", fact.what, fact.value))
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []document.SheetPart{{Text: strings.Join(said, p.Plain("; "))}}
}

// day writes a day such as 2026-11-28.
func (p driller) day(date string) string {
	if date == "" {
		return ""
	}
	digits := func(s string) string { return strings.TrimPrefix(s, "0") }
	return p.Plain("{1}-{2}-{3}||date", date[:4], p.inDate(date[5:7], digits), p.inDate(date[8:], digits))
}

// inDate returns the month or the day of a date: in Japanese without a leading zero.
func (p driller) inDate(part string, short func(string) string) string {
	if p.Lang == graph.Japanese {
		return short(part)
	}
	return part
}

// list returns a heading and texts of the scenario under it; nothing when there are none.
func (p driller) list(head string, texts []graph.Name) []document.SheetPart {
	if len(texts) == 0 {
		return nil
	}
	var items []string
	for _, t := range texts {
		items = append(items, t.In(p.Lang))
	}
	return []document.SheetPart{{Head: head}, {Items: items}}
}

// party names an organization, or a party that controllers play.
func (p driller) party(id string) string {
	if _, ok := p.Graph.OrganizationIndex(id); ok {
		return p.names([]string{id})
	}
	for _, n := range p.plan.Scenario.Simulated {
		if n.Is(id) {
			return n.In(p.Lang)
		}
	}
	return id
}

// simulated names the parties that controllers play.
func (p driller) simulated() string {
	var names []string
	for _, n := range p.plan.Scenario.Simulated {
		names = append(names, p.party(n.In(p.Lang)))
	}
	return strings.Join(names, p.Plain(", "))
}

// staff says who runs the drill and who evaluates it; nothing of what the scenario does not.
func (p driller) staff() []document.SheetPart {
	s := p.plan.Scenario
	var parts []document.SheetPart
	if len(s.Controllers) > 0 {
		t := &document.SheetTable{Columns: []document.SheetColumn{{Head: p.Plain("Post"), Share: 4}, {Head: p.Plain("Plays"), Share: 6}, {Head: p.Plain("Means"), Share: 2}, {Head: p.Plain("Line, in the file of numbers"), Share: 3}}}
		for _, c := range s.Controllers {
			var plays []string
			for _, id := range c.Plays {
				plays = append(plays, p.party(id))
			}
			t.Rows = append(t.Rows, []string{c.Post.In(p.Lang), strings.Join(plays, "\n"), p.means(c.Means), c.Line})
		}
		parts = append(parts, document.SheetPart{Head: p.Plain("Controllers")}, document.SheetPart{Table: t})
	}
	if len(s.Evaluators) > 0 {
		t := &document.SheetTable{Columns: []document.SheetColumn{{Head: p.Plain("Post"), Share: 4}, {Head: p.Plain("Stands at"), Share: 11}}}
		for _, e := range s.Evaluators {
			at := e.At.In(p.Lang)
			if _, ok := p.Graph.OrganizationIndex(at); ok {
				at = p.names([]string{at})
			}
			t.Rows = append(t.Rows, []string{e.Post.In(p.Lang), at})
		}
		parts = append(parts, document.SheetPart{Head: p.Plain("Evaluators")}, document.SheetPart{Table: t})
	}
	return parts
}

// numberText writes the number of a drill; nothing when none is stated.
func numberText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// facts adds what the scenario says of itself to the facts of a drill.
func (p driller) facts(add func(what, value string)) {
	s := p.plan.Scenario
	for _, fact := range []struct{ what, value string }{
		{p.Plain("Drill number"), numberText(s.Number)}, {p.Plain("Version of the scenario"), s.Version}, {p.Plain("Author"), s.Author.In(p.Lang)},
		{p.Plain("Date"), p.day(s.Date)}, {p.Plain("Place||of a drill"), s.Place.In(p.Lang)}, {p.Plain("Played by exercise control"), p.simulated()}, {p.Plain("End of the exercise"), p.ending()},
	} {
		if fact.value != "" {
			add(fact.what, fact.value)
		}
	}
}

// ending says when the drill ends, as the scenario states it.
func (p driller) ending() string {
	end := p.plan.Events[len(p.plan.Events)-1]
	stated := p.plan.Scenario.End
	switch {
	case !stated.Words.IsZero():
		return stated.Words.In(p.Lang)
	case stated == graph.Ending{}, end.Minute == nil:
		return ""
	case p.plan.Beyond > 0:
		return p.statedEnd() + p.Plain("; ") + p.Many(p.plan.Beyond, "The scenario ends it before {1} event of the list: state a later end, or play as far as time allows.", "The scenario ends it before {1} events of the list: state a later end, or play as far as time allows.").String()
	}
	return p.scenarioTime(end.Minute)
}

// statedEnd is the time at which the scenario ends the drill.
func (p driller) statedEnd() string {
	end := p.plan.Scenario.End
	if end.Minutes != nil {
		return p.scenarioTime(end.Minutes)
	}
	return string(end.Time)
}

// controllerOf returns the controller whom an event needs, or nil.
func (p driller) controllerOf(e drill.Event) *graph.Controller {
	s := p.plan.Scenario
	parties := slices.Concat([]string{e.Absent}, e.From, e.To)
	if e.Stated != nil {
		if c := s.PlayedBy(e.Stated.Controller, ""); e.Stated.Controller != "" && c != nil {
			return c
		}
		parties = []string{e.Stated.From}
	}
	for _, id := range parties {
		if c := s.PlayedBy("", id); c != nil {
			return c
		}
	}
	if len(s.Controllers) == 1 {
		return &s.Controllers[0]
	}
	return nil
}

// controller names the controller whom an event needs.
func (p driller) controller(e drill.Event) string {
	if c := p.controllerOf(e); c != nil {
		return c.Post.In(p.Lang)
	}
	return p.Plain("Exercise control||post")
}

// eventMeans says how an event is brought in; nothing when nothing is or nobody says how.
func (p driller) eventMeans(e drill.Event) string {
	if e.Stated != nil && !e.Stated.Means.IsZero() {
		return p.means(e.Stated.Means)
	}
	if c := p.controllerOf(e); c != nil && p.plan.ForPlayers(e) {
		return p.means(c.Means)
	}
	return ""
}

// means says a means of speaking.
func (p driller) means(n graph.Name) string {
	switch text := n.In(p.Lang); text {
	case "phone":
		return p.Plain("phone||means")
	case "mail":
		return p.Plain("mail||means")
	case "chat":
		return p.Plain("chat||means")
	case "fax":
		return p.Plain("fax||means")
	case "radio":
		return p.Plain("radio||means")
	case "paper":
		return p.Plain("paper||means")
	case "in-person":
		return p.Plain("in person||means")
	default:
		return text
	}
}

// eventType says what an event is for.
func (p driller) eventType(e drill.Event) string {
	switch p.plan.Type(e) {
	case drill.ContextualType:
		return p.Plain("Contextual")
	case drill.ExpectedType:
		return p.Plain("Expected action||type of event")
	case drill.ContingencyType:
		return p.Plain("Contingency")
	}
	return p.Plain("Inject")
}

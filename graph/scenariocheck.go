package graph

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Check returns what is wrong with a scenario for a drill of the flow called
// flow: all of it, with paths into the scenario. Out are the organizations that are out in
// place of those of the scenario, when there are any.
func (s Scenario) Check(g *Graph, flow string, out ...string) Problems {
	c := scenarioCheck{g: g}
	c.texts(reflect.ValueOf(s), "")
	f, known := g.Flow(flow)
	if s.Flow != "" && s.Flow != flow {
		c.add("/flow", Source{}, s.Flow, "is another flow than the one of the drill, %s; name the same or leave one out", flow)
	} else if s.Flow != "" && !known {
		c.add("/flow", Source{}, s.Flow, "is no flow; declare it or correct the ID")
	}
	if s.Start != "" && known {
		c.start(f, s.Start)
	}
	for i, id := range s.Without {
		c.ref(fmt.Sprintf("/without/%d", i), "organization", id, g.orgs, Source{}, true)
		if slices.Contains(s.Without[:i], id) {
			c.add(fmt.Sprintf("/without/%d", i), Source{}, id, "stands here twice; keep one")
		}
	}
	if _, ok := s.Clock.Minutes(); s.Clock != "" && !ok {
		c.add("/clock", Source{}, string(s.Clock), "is no time of day such as 09:30")
	}
	c.when(s)
	c.posts(s)
	if len(out) == 0 {
		out = s.Without
	}
	c.played(s, f, out)
	for i, inject := range s.Injects {
		c.inject(fmt.Sprintf("/injects/%d", i), s, inject)
	}
	return c.problems.Problems()
}

// scenarioCheck gathers what is wrong with a scenario.
type scenarioCheck struct {
	validator
	g *Graph
}

// start checks that a task or organization has a place in the flow.
func (c *scenarioCheck) start(f Flow, id string) {
	tasks := FlowTasks(f)
	org, isOrg := c.g.OrganizationIndex(id)
	_, isTask := c.g.TaskIndex(id)
	leads := func(task string) bool {
		t, _ := c.g.TaskIndex(task)
		return slices.Contains(c.g.Leads(t), org)
	}
	switch {
	case !isTask && !isOrg:
		c.add("/start", Source{}, id, "is no task or organization; name one that is declared")
	case isTask && !slices.Contains(tasks, id), !isTask && !slices.ContainsFunc(tasks, leads):
		c.add("/start", Source{}, id, "has no place in the flow %s; name a task of it or an organization that leads one", f.ID)
	}
}

// when checks the day of a drill and its end.
func (c *scenarioCheck) when(s Scenario) {
	if s.Date != "" && !isDay(s.Date) {
		c.add("/date", Source{}, s.Date, "is no day such as 2026-11-28")
	}
	switch _, ok := s.End.Time.Minutes(); {
	case s.End.Time != "" && !ok:
		c.add("/end", Source{}, string(s.End.Time), "is no time of day such as 09:30")
	case s.End.Time != "" && s.Clock == "":
		c.add("/end", Source{}, string(s.End.Time), "needs to know when the drill begins; give the scenario a clock, or the end minutes after the start")
	case s.End.Minutes != nil && *s.End.Minutes < 1:
		c.add("/end", Source{}, strconv.Itoa(*s.End.Minutes), "ends the drill before it begins; give minutes from 1 on, a time of day, or words")
	}
}

// isDay reports whether a text is a day of the calendar.
func isDay(text string) bool {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return false
	}
	year, err1 := strconv.ParseUint(text[:4], 10, 16)
	month, err2 := strconv.ParseUint(text[5:7], 10, 8)
	day, err3 := strconv.ParseUint(text[8:], 10, 8)
	if err1 != nil || err2 != nil || err3 != nil || month < 1 || month > 12 || day < 1 {
		return false
	}
	last := []uint64{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && (year%4 == 0 && year%100 != 0 || year%400 == 0) {
		last++
	}
	return day <= last
}

// posts checks who runs a drill, and what it is to find out.
func (c *scenarioCheck) posts(s Scenario) {
	for i, a := range s.Objectives {
		if a.Text.IsZero() {
			c.add(fmt.Sprintf("/objectives/%d", i), Source{}, a.Capability.In(English), "is an objective without a text; say what is to be found out")
		}
	}
	for i, p := range s.Controllers {
		path := fmt.Sprintf("/controllers/%d", i)
		if slices.ContainsFunc(s.Controllers[:i], func(o Controller) bool { return o.Post.Is(p.Post.JA) || o.Post.Is(p.Post.EN) }) {
			c.add(path+"/post", Source{}, p.Post.In(English), "stands here twice; an inject names its controller by the post, so give each another")
		}
		if digits := countDigits(p.Line); digits > maxLineDigits || strings.ContainsAny(p.Line, "@＠") {
			c.add(path+"/line", Source{}, p.Line, "looks like a number or an address; write the name of its entry in the file of numbers, which is kept apart")
		}
	}
}

// maxLineDigits is how many digits the name of a line may have: numbers that can be called
// from outside have more.
const maxLineDigits = 4

func countDigits(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// played checks the parties that controllers play: each is known, and none of them takes
// part as a player.
func (c *scenarioCheck) played(s Scenario, f Flow, out []string) {
	for i, n := range s.Simulated {
		if slices.ContainsFunc(s.Simulated[:i], func(o Name) bool { return o.Is(n.JA) || o.Is(n.EN) }) {
			c.add(fmt.Sprintf("/simulated/%d", i), Source{}, n.In(English), "stands here twice; keep one")
		}
	}
	for i, p := range s.Controllers {
		for j, party := range p.Plays {
			path := fmt.Sprintf("/controllers/%d/plays/%d", i, j)
			c.party(path, s, party)
			if c.takesPart(f, party) && !s.Simulates(party) && !slices.Contains(out, party) {
				c.add(path, Source{}, party, "takes part as a player, and is played by a controller; list it under simulated, or take it out here")
			}
			if s.PlayedBy("", party) != &s.Controllers[i] {
				c.add(path, Source{}, party, "is played by two controllers; keep one")
			}
		}
	}
}

// party checks that a text names an organization or a party that controllers play.
func (c *scenarioCheck) party(path string, s Scenario, party string) {
	if _, ok := c.g.orgs[party]; !ok && !s.Simulates(party) && party != "" {
		c.add(path, Source{}, party, "is neither the ID of an organization nor listed under simulated; declare it, list it there or correct it")
	}
}

// takesPart reports whether an organization leads or supports a task of a flow.
func (c *scenarioCheck) takesPart(f Flow, id string) bool {
	org, ok := c.g.orgs[id]
	return ok && slices.ContainsFunc(FlowTasks(f), func(task string) bool {
		t, known := c.g.TaskIndex(task)
		return known && (slices.Contains(c.g.Leads(t), org) || slices.Contains(c.g.Supports(t), org))
	})
}

func (c *scenarioCheck) inject(path string, s Scenario, i Inject) {
	if i.Time != "" && i.Minutes != nil {
		c.add(path, Source{}, fmt.Sprintf("%s, %d", i.Time, *i.Minutes), "has a time and minutes; keep one of both")
	}
	at, ok := i.Time.Minutes()
	start, begins := s.Clock.Minutes()
	after := ((at-start)%perDay + perDay) % perDay
	switch {
	case ok && begins && after > longAfter:
		c.add(path+"/time", Source{}, string(i.Time), "comes %d:%02d hours after the drill begins at %s; correct it, or give the inject minutes after the start if that is meant", after/60, after%60, string(s.Clock))
	case i.Time != "" && !ok:
		c.add(path+"/time", Source{}, string(i.Time), "is no time of day such as 09:30")
	case i.Time != "" && s.Clock == "":
		c.add(path+"/time", Source{}, string(i.Time), "needs to know when the drill begins; give the scenario a clock, or the inject minutes after the start")
	}
	if i.Type != "" && !slices.Contains([]InjectType{Contextual, PlainInject, Contingency}, i.Type) {
		c.add(path+"/type", Source{}, string(i.Type), "is no type of inject; use one of %s, %s, %s", string(Contextual), string(PlainInject), string(Contingency))
	}
	if i.Controller != "" && s.PlayedBy(i.Controller, "") == nil {
		c.add(path+"/controller", Source{}, i.Controller, "is not the post of a controller of the scenario; list it under controllers or correct it")
	}
	c.party(path+"/from", s, i.From)
	c.ref(path+"/to", "organization", i.To, c.g.orgs, Source{}, true)
	if s.Simulates(i.To) {
		c.add(path+"/to", Source{}, i.To, "is simulated, so that no player gets it; name an organization that takes part")
	}
	if i.Objective < 0 || i.Objective > len(s.Objectives) {
		c.add(path+"/objective", Source{}, fmt.Sprint(i.Objective), "is not the number of an objective; the scenario has %d", len(s.Objectives))
	}
}

// A time of day that is so many minutes behind the start is more likely one before it.
const (
	perDay    = 24 * 60
	longAfter = 18 * 60
)

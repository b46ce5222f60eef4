package readiness

import (
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/hours"
	"tasuki/graph/said"
)

// Options say which week is looked at, and whom.
type Options struct {
	rules.Options
	Flow     string // ID; empty: every flow
	Severity string // ID; empty: none, so that lists of contacts for one severity play no part
	Day      string // on which the week begins, such as 2026-10-19
	Calendar string // ID of the calendar by whose clock the week is told; empty: see [CalendarOf]
}

// Week is who is reached in seven days of a calendar.
type Week struct {
	Calendar string             `json:"calendar"` // ID; empty: UTC
	Zone     string             `json:"zone"`
	From     string             `json:"from"`  // the first day
	Until    string             `json:"until"` // the last day
	Severity string             `json:"severity"`
	Rules    rules.RulesInForce `json:"rules"`
	Holidays []string           `json:"holidays"` // days of the week that are holidays of the calendar
	Hours    []Hour             `json:"hours"`    // all hours of the week: 168, or fewer or more where clocks are put
	Counts   HourCounts         `json:"counts"`   // hours, each by the worst of its minutes for any lead of any flow
	Flows    []FlowWeek         `json:"flows"`    // by ID
	Deputies []SharedDeputy     `json:"deputies"` // one post that stands in for several

	clock      hours.Calendar
	start, end hours.Moment
}

// Hour is an hour of the week: 60 minutes from the one before on, the last of them fewer
// where clocks are put by less than an hour.
type Hour struct {
	Start   string `json:"start"` // as clocks show it, with the offset from UTC
	Minutes int    `json:"minutes"`

	At hours.Moment `json:"-"`
}

// FlowWeek is who is reached about one flow.
type FlowWeek struct {
	Flow       string      `json:"flow"`
	Leaderless []string    `json:"leaderless"` // tasks without a lead, which play no part, by ID
	Counts     HourCounts  `json:"counts"`     // hours, each by the worst of its minutes for any task
	Hours      []Standing  `json:"hours"`      // of each hour of the week, the same
	Gaps       []Unreached `json:"gaps"`       // where nobody whose hours are declared is reached
	Alone      []Alone     `json:"alone"`      // one post is the only one whom several get to
	Parties    []Party     `json:"parties"`    // organizations that lead a task, by ID
}

// Party is who is reached about the tasks that an organization leads in a flow.
type Party struct {
	Organization string      `json:"organization"`
	Tasks        []string    `json:"tasks"`  // that it leads, by ID
	Counts       HourCounts  `json:"counts"` // hours, each by the worst of its minutes
	Spans        []ReachSpan `json:"spans"`  // by the minute: in order, the whole week, each other than the one before
	Hours        []Hourly    `json:"hours"`  // of each hour of the week
}

// Hourly is who is reached in the worst minute of an hour, the first of equal ones.
type Hourly struct {
	Start string `json:"start"` // of the hour
	Reach
}

// ReachSpan is a time in which calls get to the same.
type ReachSpan struct {
	Stretch
	Reach
}

// Stretch is a time from one minute on to before another.
type Stretch struct {
	Start string `json:"start"` // as clocks show it, with the offset from UTC
	End   string `json:"end"`

	From hours.Moment `json:"-"`
	To   hours.Moment `json:"-"`
}

// Unreached is when the tasks that the same organizations lead have one bad standing.
type Unreached struct {
	Tasks    []string  `json:"tasks"` // by ID
	Leads    []string  `json:"leads"` // by ID
	Standing Standing  `json:"standing"`
	Hours    int       `json:"hours"` // with a minute of it
	Spans    []Stretch `json:"spans"`
}

// Of returns who is reached in a week. Times are told by the clock of one calendar; when
// somebody is reached is judged by the clock and holidays of its own. Several leads of a
// task are judged by the rule in force: where any suffices by the best of their standings,
// where each is needed by the worst. It is an error when no calendar, flow or severity has
// the ID, or there is no such day. It takes O(f·o·m·(c·s+log t)) for f flows, o
// organizations, m moments at which anything changes (at most the minutes of the week), c
// contacts in the calls of one, s spans of their hours and t changes of clocks; flows for
// which nobody declares a list of their own share what is found for one.
func Of(g *graph.Graph, o Options) (Week, error) {
	id, zone, clock, err := CalendarOf(g, o.Calendar)
	if err != nil {
		return Week{}, err
	}
	if err := known(g, o); err != nil {
		return Week{}, err
	}
	w := Week{Calendar: id, Zone: zone, From: o.Day, Severity: o.Severity, Rules: rules.InForce(g, o.Options), Holidays: []string{}, Flows: []FlowWeek{}, clock: clock}
	if err := w.days(); err != nil {
		return Week{}, err
	}
	a := asker{g: g, w: &w, found: map[asked]timetable{}}
	all := make([]Standing, len(w.Hours))
	for i := range all {
		all[i] = First
	}
	for _, f := range g.Flows() {
		if o.Flow != "" && f.ID != o.Flow {
			continue
		}
		flow := a.flow(f)
		w.Flows = append(w.Flows, flow)
		for i, s := range flow.Hours {
			all[i] = worst([]Standing{all[i], s})
		}
	}
	if len(w.Flows) > 0 {
		w.Counts = counted(all)
	}
	w.Deputies = a.deputies()
	return w, nil
}

// known reports an ID that names nothing.
func known(g *graph.Graph, o Options) error {
	if _, ok := g.Flow(o.Flow); !ok && o.Flow != "" {
		return said.Errorf("no flow is called %q", o.Flow)
	}
	if o.Severity == "" {
		return nil
	}
	var ids []string
	for _, s := range g.Dataset().Severities {
		if s.ID == o.Severity {
			return nil
		}
		ids = append(ids, s.ID)
	}
	if len(ids) == 0 {
		return said.Errorf("no severity is called %q: the dataset declares none", o.Severity)
	}
	return said.Errorf("no severity is called %q; use one of %v", o.Severity, ids)
}

// CalendarOf returns the calendar with an ID. Without one it is that of the first client
// (by ID) that names one, or else the only calendar of the dataset, or else UTC without
// holidays, which has no ID.
func CalendarOf(g *graph.Graph, id string) (named, zone string, clock hours.Calendar, err error) {
	list := g.Dataset().Calendars
	if id == "" && len(list) == 1 {
		id = list[0].ID
	}
	for _, o := range g.Organizations() {
		if id == "" && o.Kind == graph.Client {
			id = o.Calendar
		}
	}
	if id == "" {
		return "", "UTC", hours.Calendar{}, nil
	}
	var ids []string
	for _, c := range list {
		if c.ID == id {
			clock, err = clockOf(c)
			if zone = string(c.Zone); zone == "" {
				zone = "UTC"
			}
			return id, zone, clock, err
		}
		ids = append(ids, c.ID)
	}
	if len(ids) == 0 {
		return "", "", clock, said.Errorf("no calendar is called %q: the dataset declares none", id)
	}
	return "", "", clock, said.Errorf("no calendar is called %q; use one of %v", id, ids)
}

func clockOf(c graph.Calendar) (hours.Calendar, error) {
	days := make([]string, len(c.Holidays))
	for i, d := range c.Holidays {
		days[i] = string(d)
	}
	return hours.NewCalendar(string(c.Zone), days)
}

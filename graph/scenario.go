package graph

import (
	"encoding/json"
	"slices"
)

// Scenario says what a drill of a flow plays, who runs it, and what its players know. All of
// it may be left out: what a scenario does not say follows from the flow.
type Scenario struct {
	Title       Name         `json:"title,omitzero"`
	Number      int          `json:"number,omitempty"` // of the drill, as its records quote it; 0: none is stated
	Version     string       `json:"version,omitempty"`
	Date        string       `json:"date,omitempty"` // of the drill, as 2026-11-28
	Place       Name         `json:"place,omitzero"`
	Author      Name         `json:"author,omitzero"`
	Flow        string       `json:"flow,omitempty"`
	Start       string       `json:"start,omitempty"`    // the task or organization that reports
	Without     []string     `json:"without,omitempty"`  // organizations that are out
	Clock       Clock        `json:"clock,omitempty"`    // when the drill begins; empty: times count from the start
	Situation   Name         `json:"situation,omitzero"` // the opening words to players
	Known       []Name       `json:"known,omitempty"`    // what players know
	Unknown     []Name       `json:"unknown,omitempty"`  // what they must find out, for controllers alone
	End         Ending       `json:"end,omitzero"`
	Objectives  []Aim        `json:"objectives,omitempty"`
	Controllers []Controller `json:"controllers,omitempty"`
	Evaluators  []Evaluator  `json:"evaluators,omitempty"`
	Simulated   []Name       `json:"simulated,omitempty"` // parties that controllers play: IDs of organizations, or names of parties outside
	Injects     []Inject     `json:"injects,omitempty"`   // besides those that follow from the flow
}

// Aim is an objective of a drill, with the core capability that it tests.
type Aim struct {
	Text       Name `json:"text,omitzero"`
	Capability Name `json:"capability,omitzero"`
}

// UnmarshalJSON accepts an object with a text, or the text alone as [Name] takes it.
func (a *Aim) UnmarshalJSON(data []byte) error {
	type plain Aim
	var keys map[string]json.RawMessage
	if json.Unmarshal(data, &keys) == nil && (keys["text"] != nil || keys["capability"] != nil) {
		return json.Unmarshal(data, (*plain)(a))
	}
	return json.Unmarshal(data, &a.Text)
}

// Ending says when a drill ends. At most one field is set.
type Ending struct {
	Time    Clock // the first such time of day behind the start
	Minutes *int  // after the start
	Words   Name  // what has to have happened
}

// UnmarshalJSON accepts minutes, a time of day, or words as [Name] takes them.
func (e *Ending) UnmarshalJSON(data []byte) error {
	var minutes int
	if json.Unmarshal(data, &minutes) == nil {
		e.Minutes = &minutes
		return nil
	}
	if json.Unmarshal(data, &e.Time) == nil && len(e.Time) == len("09:30") && e.Time[2] == ':' {
		return nil
	}
	*e = Ending{}
	return json.Unmarshal(data, &e.Words)
}

// Controller is a post that brings injects in, and plays parties that do not take part.
type Controller struct {
	Post  Name     `json:"post,omitzero"`
	Plays []string `json:"plays,omitempty"` // organizations by ID, or parties of the scenario's Simulated
	Means Name     `json:"means,omitzero"`  // by which it speaks to players, such as phone
	Line  string   `json:"line,omitempty"`  // the entry of a file of numbers, and no number
}

// Evaluator is a post that notes what players do.
type Evaluator struct {
	Post Name `json:"post,omitzero"`
	At   Name `json:"at,omitzero"` // where it stands: an organization by ID, or a place in words
}

// Inject is something that the controllers of a drill bring in.
type Inject struct {
	Type           InjectType `json:"type,omitempty"`    // empty: an inject
	Time           Clock      `json:"time,omitempty"`    // the first such time of day from the start on
	Minutes        *int       `json:"minutes,omitempty"` // after the start, in place of Time; nil with no Time: unknown
	Event          Name       `json:"event,omitzero"`
	Inject         Name       `json:"inject,omitzero"`
	Means          Name       `json:"means,omitzero"`       // such as phone
	Controller     string     `json:"controller,omitempty"` // the post that brings it in; empty: whoever plays From
	From           string     `json:"from,omitempty"`       // an organization by ID, or a party of the scenario's Simulated
	To             string     `json:"to,omitempty"`         // the organization that gets it; empty: all
	ExpectedAction Name       `json:"expected_action,omitzero"`
	Objective      int        `json:"objective,omitempty"` // from 1, in the scenario's list; 0: none
}

// InjectType says what an inject is for, in the terms of HSEEP.
type InjectType string

// The types of injects.
const (
	Contextual  InjectType = "contextual"  // it builds the world in which the players act, and asks for nothing
	PlainInject InjectType = "inject"      // it makes players act
	Contingency InjectType = "contingency" // it is brought in only when the players have not done what is expected
)

// Is reports whether a text is the name in a language, or the ID that stands in its place.
func (n Name) Is(text string) bool { return text != "" && (n.JA == text || n.EN == text) }

// Simulates reports whether controllers play a party, by its ID or one of its names.
func (s Scenario) Simulates(party string) bool {
	return slices.ContainsFunc(s.Simulated, func(n Name) bool { return n.Is(party) })
}

// PlayedBy returns the controller whose post is called so or, when that is empty, who plays a
// party; nil when there is none.
func (s Scenario) PlayedBy(post, party string) *Controller {
	at := slices.IndexFunc(s.Controllers, func(c Controller) bool {
		return post != "" && c.Post.Is(post) || post == "" && s.plays(c, party)
	})
	if at < 0 {
		return nil
	}
	return &s.Controllers[at]
}

// plays reports whether a controller plays a party, which may be named in another language.
func (s Scenario) plays(c Controller, party string) bool {
	return party != "" && slices.ContainsFunc(c.Plays, func(played string) bool {
		return played == party || slices.ContainsFunc(s.Simulated, func(n Name) bool { return n.Is(played) && n.Is(party) })
	})
}

// Clock is a time of day such as 09:30, or empty.
type Clock string

// Minutes returns the minutes since midnight; ok is false when c is no time of
// day from 00:00 to 23:59.
func (c Clock) Minutes() (minutes int, ok bool) {
	if len(c) != 5 || c[2] != ':' || !isDigit(c[0]) || !isDigit(c[1]) || !isDigit(c[3]) || !isDigit(c[4]) {
		return 0, false
	}
	h, m := int(c[0]-'0')*10+int(c[1]-'0'), int(c[3]-'0')*10+int(c[4]-'0')
	return h*60 + m, h < 24 && m < 60
}

package graph

// Scenario says what a drill of a flow plays. All of it may be left out: what a
// scenario does not say follows from the flow.
type Scenario struct {
	Title      Name     `json:"title,omitzero"`
	Flow       string   `json:"flow,omitempty"`
	Start      string   `json:"start,omitempty"`   // the task or organization that reports
	Without    []string `json:"without,omitempty"` // organizations that are out
	Clock      Clock    `json:"clock,omitempty"`   // when the drill begins; empty: times count from the start
	Objectives []Name   `json:"objectives,omitempty"`
	Injects    []Inject `json:"injects,omitempty"` // besides those that follow from the flow
}

// Inject is something that the controllers of a drill bring in.
type Inject struct {
	Time           Clock  `json:"time,omitempty"`    // the first such time of day from the start on
	Minutes        *int   `json:"minutes,omitempty"` // after the start, in place of Time; nil with no Time: unknown
	Event          Name   `json:"event,omitzero"`
	Inject         Name   `json:"inject,omitzero"`
	To             string `json:"to,omitempty"` // the organization that gets it; empty: all
	ExpectedAction Name   `json:"expected_action,omitzero"`
	Objective      int    `json:"objective,omitempty"` // from 1, in the scenario's list; 0: none
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

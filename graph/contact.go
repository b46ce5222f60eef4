package graph

import (
	"slices"

	"tasuki/graph/hours"
)

// Contact is a post that an organization is called at.
type Contact struct {
	Name        Name    `json:"name,omitzero"`          // a post, not a person; empty: nobody is named
	Means       []Means `json:"means,omitempty"`        // by which it is called, the first one first; empty: nothing is declared
	Hours       Hours   `json:"hours,omitempty"`        // when it is reached; empty: nothing is declared
	Deputy      Deputy  `json:"deputy,omitzero"`        // who is called outside of these hours
	Parallel    bool    `json:"parallel,omitempty"`     // called at the same time as the contact before it, with which it is one level
	Repeats     int     `json:"repeats,omitempty"`      // how often it is called again, each time waited for, before the next level is
	WaitMinutes int     `json:"wait_minutes,omitempty"` // for an answer to each call; 0: unknown
	Source      Source  `json:"source,omitzero"`        // the line of a file that declares it
}

// Hours are opening hours, as [hours.Parse] reads them.
type Hours string

// Zone is a time zone by its name in the IANA database, such as Asia/Tokyo.
type Zone string

// Date is a day, such as 2026-11-23.
type Date string

// Deputy is a post that is called in place of one that is not reached at the hour.
type Deputy struct {
	Name  Name    `json:"name,omitzero"`
	Means []Means `json:"means,omitempty"`
	Hours Hours   `json:"hours,omitempty"` // empty: nothing is declared
}

// IsZero reports whether there is no deputy.
func (d Deputy) IsZero() bool { return d.Name.IsZero() && len(d.Means) == 0 && d.Hours == "" }

// ContactList is whom to call at an organization about one flow, or one severity, or
// one flow at one severity, in place of its other contacts.
type ContactList struct {
	Flow     string    `json:"flow,omitempty"`     // empty: any
	Severity string    `json:"severity,omitempty"` // empty: any
	Contacts []Contact `json:"contacts"`
}

// Calendar is the clock and the holidays by which the hours of contacts are meant.
type Calendar struct {
	ID       string `json:"id"`
	Name     Name   `json:"name,omitzero"`
	Zone     Zone   `json:"zone,omitempty"` // empty: UTC
	Holidays []Date `json:"holidays,omitempty"`
}

// OutsideReport is a report that an organization owes somebody outside of the dataset,
// such as a supervisor, a regulator, the police or the press.
type OutsideReport struct {
	ID            string   `json:"id"`
	Name          Name     `json:"name"`
	To            Name     `json:"to,omitzero"`
	Organization  string   `json:"organization"`             // that makes it
	Flows         []string `json:"flows,omitempty"`          // empty: of every flow
	Severities    []string `json:"severities,omitempty"`     // empty: at every severity
	WithinMinutes int      `json:"within_minutes,omitempty"` // after detection; 0: unknown
	Basis         Name     `json:"basis,omitzero"`           // what demands it
	Source        Source   `json:"source,omitzero"`          // the line of a file that declares it
}

// ContactsFor returns whom to call at the organization about a flow at a severity,
// both of which may be empty: the list for both, or else for the flow, or else for the
// severity, or else its contacts.
func (o Organization) ContactsFor(flow, severity string) []Contact {
	return o.ContactListFor(flow, severity).Contacts
}

// ContactListFor returns the list of [Organization.ContactsFor] with the flow and the
// severity that it is declared for; with neither, these are its contacts.
func (o Organization) ContactListFor(flow, severity string) ContactList {
	best, list := 0, ContactList{Contacts: o.Contacts}
	for _, l := range o.ContactLists {
		if l.Flow != "" && l.Flow != flow || l.Severity != "" && l.Severity != severity {
			continue
		}
		rank := 0
		if l.Flow != "" {
			rank += 2
		}
		if l.Severity != "" {
			rank++
		}
		if rank > best {
			best, list = rank, l
		}
	}
	return list
}

// Levels parts contacts into levels, in the order in which they are called: those of
// one level are called at the same time.
func Levels(contacts []Contact) [][]Contact {
	var levels [][]Contact
	for i, c := range contacts {
		if i > 0 && c.Parallel {
			levels[len(levels)-1] = append(levels[len(levels)-1], c)
			continue
		}
		levels = append(levels, []Contact{c})
	}
	return levels
}

// LongestWait returns how long a level is waited for in all its calls, until the next
// one is called: as long as the contact of it that is waited for longest. It is 0 where
// a contact declares no wait.
func LongestWait(level []Contact) int {
	longest := 0
	for _, c := range level {
		if c.WaitMinutes == 0 {
			return 0
		}
		longest = max(longest, (c.Repeats+1)*c.WaitMinutes)
	}
	return longest
}

// Applies reports whether the report is owed in a flow at a severity. A severity that is
// not known, which is empty, may be any.
func (r OutsideReport) Applies(flow, severity string) bool {
	in := func(list []string, id string) bool { return len(list) == 0 || slices.Contains(list, id) }
	return in(r.Flows, flow) && (severity == "" || in(r.Severities, severity))
}

// clock returns what the calendar says, or all faults in it.
func (c Calendar) clock() (hours.Calendar, error) {
	days := make([]string, len(c.Holidays))
	for i, d := range c.Holidays {
		days[i] = string(d)
	}
	return hours.NewCalendar(string(c.Zone), days)
}

// clocks returns the calendar of each organization, and all hours that are declared, of
// a dataset without faults.
func clocks(d Dataset) ([]hours.Calendar, map[Hours]hours.Rules) {
	declared, rules := map[string]hours.Calendar{}, map[Hours]hours.Rules{}
	for _, c := range d.Calendars {
		declared[c.ID], _ = c.clock()
	}
	read := func(text Hours) {
		if _, known := rules[text]; text != "" && !known {
			rules[text], _ = hours.Parse(string(text))
		}
	}
	utc, _ := hours.NewCalendar("", nil)
	calendars := make([]hours.Calendar, len(d.Organizations))
	for i, o := range d.Organizations {
		calendars[i] = utc
		if len(d.Calendars) == 1 {
			calendars[i] = declared[d.Calendars[0].ID]
		}
		if o.Calendar != "" {
			calendars[i] = declared[o.Calendar]
		}
		for _, list := range append([]ContactList{{Contacts: o.Contacts}}, o.ContactLists...) {
			for _, c := range list.Contacts {
				read(c.Hours)
				read(c.Deputy.Hours)
			}
		}
	}
	return calendars, rules
}

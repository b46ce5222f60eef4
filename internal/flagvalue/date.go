package flagvalue

import (
	"tasuki/graph/acceptance"
	"tasuki/graph/said"
)

// Date is a day such as 2027-03-31.
type Date acceptance.Date

// String returns the day.
func (d *Date) String() string { return string(*d) }

// Type says in the help what the flag takes.
func (d *Date) Type() string { return "string" }

// Set refuses what is no day of the calendar.
func (d *Date) Set(text string) error {
	if !acceptance.Date(text).Valid() {
		return said.Errorf("%q is no day of the calendar, such as 2027-03-31", text)
	}
	*d = Date(text)
	return nil
}

// Package acceptance holds what a team has decided about findings: how much a rule
// matters to it, and which findings it lives with, why, who answers for that and until
// when. What the decisions do is worked out in package analysis/lint.
package acceptance

import (
	"cmp"
	"strconv"

	"tasuki/graph"
)

// File holds the decisions about one dataset.
type File struct {
	Severity []Setting `json:"severity,omitempty"`
	Accept   []Entry   `json:"accept,omitempty"`
}

// Scope says of what a decision about a rule holds; empty: of everything. It names one
// thing at most.
type Scope struct {
	Organization string `json:"organization,omitempty"`
	Flow         string `json:"flow,omitempty"`
	Task         string `json:"task,omitempty"`
	Category     string `json:"category,omitempty"` // with all headings below it
}

// Setting is the severity that a rule has in a scope.
type Setting struct {
	Rule string `json:"rule"`
	Scope
	Severity string `json:"severity"` // of package findings
}

// Entry accepts one finding, or those of a rule in a scope.
type Entry struct {
	Finding string `json:"finding,omitempty"` // the ID of a finding, in place of Rule and Scope
	Rule    string `json:"rule,omitempty"`
	Scope
	Reason  graph.Name `json:"reason"`
	Owner   graph.Name `json:"owner"`   // who answers for it
	Expires Date       `json:"expires"` // the last day on which it holds
}

// Key returns the key and the ID of what a scope names, both empty for everything.
func (s Scope) Key() (key, id string) {
	for _, part := range s.parts() {
		if part[1] != "" {
			return part[0], part[1]
		}
	}
	return "", ""
}

// Count returns how many things a scope names.
func (s Scope) Count() (n int) {
	for _, part := range s.parts() {
		if part[1] != "" {
			n++
		}
	}
	return n
}

// String returns the scope as "task 3-24", or an empty text for everything.
func (s Scope) String() string {
	key, id := s.Key()
	if key == "" {
		return ""
	}
	return key + " " + id
}

func (s Scope) parts() [][2]string {
	return [][2]string{{"organization", s.Organization}, {"flow", s.Flow}, {"task", s.Task}, {"category", s.Category}}
}

// Date is a day of the Gregorian calendar such as 2027-03-31. Dates compare as texts.
type Date string

// Valid reports whether d is a day from the year 1 to 9999 that the calendar has.
func (d Date) Valid() bool {
	if len(d) != 10 || d[4] != '-' || d[7] != '-' {
		return false
	}
	year, errYear := strconv.ParseUint(string(d[:4]), 10, 16)
	month, errMonth := strconv.ParseUint(string(d[5:7]), 10, 8)
	day, errDay := strconv.ParseUint(string(d[8:]), 10, 8)
	if cmp.Or(errYear, errMonth, errDay) != nil || year < 1 || month < 1 || month > 12 {
		return false
	}
	days := []uint64{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days++
	}
	return 1 <= day && day <= days
}

// Before reports whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d < other }

package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Compare orders IDs the way people count: runs of digits by their value, all
// else by code point, so 2-9 comes before 2-10. Different strings never
// compare equal.
func Compare(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		if !isDigit(x[0]) || !isDigit(y[0]) {
			if x[0] != y[0] {
				return cmp.Compare(x[0], y[0])
			}
			x, y = x[1:], y[1:]
			continue
		}
		var m, n string
		m, x = cutNumber(x)
		n, y = cutNumber(y)
		if c := cmp.Or(cmp.Compare(len(m), len(n)), strings.Compare(m, n)); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// cutNumber splits s after its leading digits and drops their leading zeros,
// so that numbers of any length compare by length first.
func cutNumber(s string) (digits, rest string) {
	end := 0
	for end < len(s) && isDigit(s[end]) {
		end++
	}
	return strings.TrimLeft(s[:end], "0"), s[end:]
}

func compareSources(a, b Source) int {
	return cmp.Or(
		Compare(a.File, b.File),
		strings.Compare(a.Sheet, b.Sheet),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
	)
}

// Canonical returns a copy of d in the canonical order, which makes any two
// datasets with the same facts equal: every list by the fields that identify
// its entries, IDs by [Compare].
func (d Dataset) Canonical() Dataset {
	d = d.WithBranches()
	d.Organizations = sorted(d.Organizations, func(a, b Organization) int { return Compare(a.ID, b.ID) })
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Aliases = sortedIDs(o.Aliases)
		o.Contacts = canonicalContacts(o.Contacts)
		o.ContactLists = sorted(o.ContactLists, func(a, b ContactList) int {
			return cmp.Or(Compare(a.Flow, b.Flow), Compare(a.Severity, b.Severity))
		})
		for j := range o.ContactLists {
			o.ContactLists[j].Contacts = canonicalContacts(o.ContactLists[j].Contacts)
		}
	}
	for _, terms := range []*[]Term{&d.Phases, &d.Categories, &d.Environments, &d.Sites, &d.Severities, &d.Components} {
		*terms = sorted(*terms, func(a, b Term) int { return Compare(a.ID, b.ID) })
	}
	d.Tasks = sorted(d.Tasks, func(a, b Task) int { return Compare(a.ID, b.ID) })
	d.Assignments = sorted(d.Assignments, compareAssignments)
	for i := range d.Assignments {
		d.Assignments[i].Alternatives = sortedIDs(d.Assignments[i].Alternatives)
	}
	d.Handoffs = canonicalHandoffs(d.Handoffs)
	d.Flows = sorted(d.Flows, func(a, b Flow) int { return Compare(a.ID, b.ID) })
	for i := range d.Flows {
		f := &d.Flows[i]
		f.Start, f.Goal, f.Handoffs = sortedIDs(f.Start), sortedIDs(f.Goal), canonicalHandoffs(f.Handoffs)
	}
	d.Supplies = sorted(d.Supplies, compareSupplies)
	d.Calendars = sorted(d.Calendars, func(a, b Calendar) int { return Compare(a.ID, b.ID) })
	for i := range d.Calendars {
		d.Calendars[i].Holidays = sorted(d.Calendars[i].Holidays, func(a, b Date) int { return strings.Compare(string(a), string(b)) })
	}
	d.OutsideReports = sorted(d.OutsideReports, func(a, b OutsideReport) int { return Compare(a.ID, b.ID) })
	for i := range d.OutsideReports {
		r := &d.OutsideReports[i]
		r.Flows, r.Severities = sortedIDs(r.Flows), sortedIDs(r.Severities)
	}
	return d
}

// canonicalContacts returns a copy, in the same order, which is that of the calls.
func canonicalContacts(list []Contact) []Contact {
	list = sorted(list, inOrder)
	for i := range list {
		c := &list[i]
		c.Means, c.Deputy.Means = sorted(c.Means, inOrder), sorted(c.Deputy.Means, inOrder)
	}
	return list
}

// inOrder compares what stays in its order.
func inOrder[T any](a, b T) int { return 0 }

func canonicalHandoffs(hs []Handoff) []Handoff {
	hs = sorted(hs, compareHandoffs)
	for i := range hs {
		hs[i].Basis.Rows = sortedIDs(hs[i].Basis.Rows)
	}
	return hs
}

func compareHandoffs(a, b Handoff) int {
	return cmp.Or(Compare(a.From, b.From), Compare(a.To, b.To), strings.Compare(string(a.Kind), string(b.Kind)))
}

func compareAssignments(a, b Assignment) int {
	return cmp.Or(
		Compare(a.Task, b.Task),
		strings.Compare(string(a.Role), string(b.Role)),
		Compare(a.Organization, b.Organization),
		compareSources(a.Source, b.Source),
	)
}

func compareSupplies(a, b Supply) int {
	return cmp.Or(
		Compare(a.Environment, b.Environment),
		Compare(a.Site, b.Site),
		Compare(a.Component, b.Component),
		Compare(a.Organization, b.Organization),
		compareSources(a.Source, b.Source),
	)
}

// sorted returns a sorted copy of list; an empty list becomes nil, so that
// leaving a list out and leaving it empty are the same.
func sorted[T any](list []T, compare func(a, b T) int) []T {
	if len(list) == 0 {
		return nil
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, compare)
	return list
}

func sortedIDs(ids []string) []string { return sorted(ids, Compare) }

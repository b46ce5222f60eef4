package graph

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a dataset may hold: with as much, it is checked and analyzed within 512 MiB
// and some seconds, thousands of uncertain marks apart.
const (
	MaxOrganizations = 50_000
	MaxTasks         = 100_000
	MaxAssignments   = 300_000
	MaxFlows         = 1_000
	MaxHandoffs      = 25_000 // of all flows, and those that belong to none
	MaxTerms         = 50_000 // of one vocabulary
	MaxSupplies      = 100_000
	MaxIDs           = 300_000 // in the lists of all entries: aliases, contacts, starts, goals, rows, alternatives, holidays, outside reports
	MaxText          = 100_000 // bytes of one text: a cell of a workbook holds 32,767 letters
	MaxLevels        = 100     // from an entry up to the top of its line of parents
)

// What grows with the product of lists has limits of its own.
const (
	MaxCells     = 16_000_000 // organizations times tasks, handoffs and headings: each loss is tried on all of them
	MaxFlowPairs = 25_000_000 // pairs of tasks of one flow, all flows together: a proof names what is reached without a task
	MaxChains    = 5_000_000  // four tasks, each with a handoff to the next: all are looked at for work that goes to and fro
	MaxShares    = 2_000_000  // pairs of a lead of a handoff's one end and of its other end, among whom it is shared out
)

// oversize returns what of d is more than a dataset may hold.
func (d Dataset) oversize() Problems {
	if ps := d.longLists(); len(ps) > 0 {
		return ps
	}
	return d.largeProducts()
}

func exceeds(ps *Problems, path, what string, n, most int) {
	if n > most {
		*ps = append(*ps, Problem{Path: path, Value: strconv.Itoa(n)}.Saying("are too many %s: a dataset has at most %d; split it into several datasets", what, most))
	}
}

// longLists returns the lists of d that are too long, and its lists within entries
// together.
func (d Dataset) longLists() (ps Problems) {
	exceeds(&ps, "/organizations", "organizations", len(d.Organizations), MaxOrganizations)
	exceeds(&ps, "/tasks", "tasks", len(d.Tasks), MaxTasks)
	exceeds(&ps, "/assignments", "assignments", len(d.Assignments), MaxAssignments)
	exceeds(&ps, "/flows", "flows", len(d.Flows), MaxFlows)
	exceeds(&ps, "/supplies", "supplies", len(d.Supplies), MaxSupplies)
	for _, t := range []struct {
		what string
		list []Term
	}{{"phases", d.Phases}, {"categories", d.Categories}, {"environments", d.Environments}, {"sites", d.Sites}, {"components", d.Components}, {"severities", d.Severities}} {
		exceeds(&ps, "/"+t.what, t.what, len(t.list), MaxTerms)
	}
	ids := 0
	d.eachHandoff(func(h Handoff) { ids += len(h.Basis.Rows) })
	for _, f := range d.Flows {
		ids += len(f.Start) + len(f.Goal)
	}
	for _, o := range d.Organizations {
		ids += len(o.Aliases) + len(o.Contacts)
		for _, l := range o.ContactLists {
			ids += 1 + len(l.Contacts)
		}
	}
	for _, c := range d.Calendars {
		ids += 1 + len(c.Holidays)
	}
	for _, r := range d.OutsideReports {
		ids += 1 + len(r.Flows) + len(r.Severities)
	}
	for _, a := range d.Assignments {
		ids += len(a.Alternatives)
	}
	exceeds(&ps, "/handoffs", "handoffs", d.handoffs(), MaxHandoffs)
	exceeds(&ps, "", "aliases, contacts, starts, goals, rows, alternatives, holidays and outside reports in all", ids, MaxIDs)
	return ps
}

// largeProducts returns what is too much about lists that are not too long.
func (d Dataset) largeProducts() (ps Problems) {
	rows := len(d.Tasks) + d.handoffs() + len(d.Phases) + len(d.Categories)
	exceeds(&ps, "/organizations", "organizations, times tasks, handoffs and headings", len(d.Organizations)*rows, MaxCells)
	pairs, chains := 0, 0
	for _, f := range d.Flows {
		in, out := map[string]int{}, map[string]int{}
		for _, h := range f.Handoffs {
			in[h.To]++
			out[h.From]++
		}
		for _, h := range f.Handoffs {
			chains += in[h.From] * out[h.To]
		}
		tasks := len(FlowTasks(f))
		pairs += tasks * tasks
	}
	exceeds(&ps, "/flows", "pairs of tasks of one flow", pairs, MaxFlowPairs)
	exceeds(&ps, "/flows", "chains of four tasks in flows", chains, MaxChains)
	leads := map[string]int{}
	for _, a := range d.Assignments {
		if a.Role == Lead {
			leads[a.Task]++
		}
	}
	shares := 0
	d.eachHandoff(func(h Handoff) { shares += leads[h.From] * leads[h.To] })
	exceeds(&ps, "/handoffs", "pairs of leads at the ends of handoffs", shares, MaxShares)
	return ps
}

func (d Dataset) handoffs() int {
	n := 0
	d.eachHandoff(func(Handoff) { n++ })
	return n
}

func (d Dataset) eachHandoff(f func(Handoff)) {
	for _, h := range d.Handoffs {
		f(h)
	}
	for _, flow := range d.Flows {
		for _, h := range flow.Handoffs {
			f(h)
		}
	}
}

// carried reports whether files and drawings could carry every string in x. It names no
// place, so that sound data, which are checked at each change of them, cost little.
func carried(x reflect.Value) bool {
	switch x.Kind() {
	case reflect.String:
		s := x.String()
		return len(s) <= MaxText && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
	case reflect.Struct:
		for i := range x.NumField() {
			if !carried(x.Field(i)) {
				return false
			}
		}
	case reflect.Slice:
		for i := range x.Len() {
			if !carried(x.Index(i)) {
				return false
			}
		}
	case reflect.Map:
		return !slices.ContainsFunc(x.MapKeys(), func(key reflect.Value) bool { return !carried(key) })
	case reflect.Pointer:
		return x.IsNil() || carried(x.Elem())
	}
	return true
}

// texts reports every string in x that no file or drawing could carry.
func (v *validator) texts(x reflect.Value, path string) {
	if path == "" && carried(x) {
		return
	}
	switch x.Kind() {
	case reflect.String:
		s := x.String()
		if !utf8.ValidString(s) {
			v.add(path, Source{}, s, "is not valid UTF-8; save the file as UTF-8")
		} else if strings.ContainsFunc(s, unicode.IsControl) {
			v.add(path, Source{}, s, "contains a control character; remove it")
		}
		if len(s) > MaxText {
			v.add(path, Source{}, s, "is %d bytes long, and a text may have %d; shorten it", len(s), MaxText)
		}
	case reflect.Struct:
		for i := range x.NumField() {
			name, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
			v.texts(x.Field(i), path+"/"+name)
		}
	case reflect.Slice:
		for i := range x.Len() {
			v.texts(x.Index(i), fmt.Sprintf("%s/%d", path, i))
		}
	case reflect.Map:
		for _, key := range x.MapKeys() {
			v.texts(key, path)
		}
	case reflect.Pointer:
		if !x.IsNil() {
			v.texts(x.Elem(), path)
		}
	}
}

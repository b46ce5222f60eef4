package observe

import (
	"cmp"
	"slices"

	"tasuki/graph/eventlog"
)

// values counts events by a value of the log that the mapping does not tie.
type values struct {
	list []value // by index of the name
	none value   // of events without a value
}

type value struct {
	events, cases, latest int
	ignored               bool
}

func (v *values) at(i uint32) *value {
	if i == eventlog.Nobody {
		return &v.none
	}
	if need := int(i) + 1 - len(v.list); need > 0 {
		v.list = append(v.list, make([]value, need)...)
	}
	return &v.list[i]
}

func (v *values) add(i uint32, isIgnored bool, number int) {
	x := v.at(i)
	x.events++
	x.ignored = isIgnored
	if x.latest != number {
		x.latest = number
		x.cases++
	}
}

func (v *values) merge(o *values) {
	join := func(x *value, y value) {
		x.events += y.events
		x.cases += y.cases
		x.ignored = x.ignored || y.ignored
	}
	for i, y := range o.list {
		join(v.at(uint32(i)), y)
	}
	join(&v.none, o.none)
}

// result returns the values that the mapping does not mention, and those that it leaves out.
func (v *values) result(names []string) (missing, left []Value) {
	missing, left = []Value{}, []Value{}
	add := func(name string, x value) {
		one := Value{name, x.events, x.cases}
		switch {
		case x.events == 0:
		case x.ignored:
			left = append(left, one)
		default:
			missing = append(missing, one)
		}
	}
	for i, x := range v.list {
		add(names[i], x)
	}
	add("", v.none)
	for _, list := range [][]Value{missing, left} {
		slices.SortStableFunc(list, func(a, b Value) int {
			return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.Name, b.Name))
		})
	}
	return missing, left
}

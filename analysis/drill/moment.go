package drill

import "slices"

// Moment is a time after the start of a drill, or why it is not known.
type Moment struct {
	Minute     *int        // nil: not known
	Undeclared [][2]string // handoffs whose missing minutes keep it from being known: the tasks at their ends
	Unwaited   []string    // organizations that are out, a level of which declares no wait: these keep it from being known too
}

// handedOn returns the moment at which work has come from one task to another.
// Unknown minutes are not few: from there on no time is known.
func (m Moment) handedOn(from, to string, minutes *int) Moment {
	if minutes == nil {
		m.Undeclared = append(slices.Clone(m.Undeclared), [2]string{from, to})
	}
	return m.plus(minutes)
}

// waited returns the moment at which those who turn out to be out have been
// waited for.
func (m Moment) waited(out []absence) Moment {
	for _, a := range out {
		if a.wait != nil && a.wait.Total == nil {
			m.Unwaited = append(slices.Clone(m.Unwaited), a.organization)
		}
	}
	return m.plus(waitsFor([][]absence{out}).Total)
}

// plus returns the moment minutes later; nil is a time that is not known.
func (m Moment) plus(minutes *int) Moment {
	if m.Minute == nil || minutes == nil {
		m.Minute = nil
		return m
	}
	sum := *m.Minute + *minutes
	m.Minute = &sum
	return m
}

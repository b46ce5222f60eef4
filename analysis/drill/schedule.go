package drill

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// day is the minutes of a day.
const day = 24 * 60

// merge puts the injects of the scenario among the events that follow from the
// flow: behind the last one that is known to be no later. Those of one time
// stand in the order of the scenario; those without a time stand last. The end
// comes behind all of them, and no earlier.
func (p *Plan) merge(derived []Event, s graph.Scenario) []Event {
	injects := []Event{}
	for _, i := range s.Injects {
		injects = append(injects, p.inject(i))
	}
	slices.SortStableFunc(injects, func(a, b Event) int {
		if a.Minute == nil || b.Minute == nil {
			return cmp.Compare(unknown(a), unknown(b))
		}
		return cmp.Compare(*a.Minute, *b.Minute)
	})
	last := len(derived) - 1
	events, end := slices.Clone(derived[:last]), derived[last]
	for _, i := range injects {
		at := len(events)
		if i.Minute != nil {
			for at > 0 && (events[at-1].Minute == nil || *events[at-1].Minute > *i.Minute) {
				at--
			}
			if end.Minute != nil {
				latest := max(*end.Minute, *i.Minute)
				end.Minute = &latest
			}
		} else {
			end.Minute = nil
		}
		events = slices.Insert(events, at, i)
	}
	p.endAt(&end, s.End, events)
	return append(events, end)
}

// endAt sets the end of a drill where the scenario states when it is. The end stays behind
// events that are known to be later, which are counted.
func (p *Plan) endAt(end *Event, stated graph.Ending, events []Event) {
	minute := stated.Minutes
	if at, ok := stated.Time.Minutes(); ok && p.Clock != nil {
		since := ((at-*p.Clock-1)%day+day)%day + 1
		minute = &since
	}
	p.Beyond = 0
	if minute == nil {
		return
	}
	latest := *minute
	for _, e := range events {
		if e.Minute != nil && *e.Minute > *minute {
			latest = max(latest, *e.Minute)
			p.Beyond++
		}
	}
	end.Moment = Moment{Minute: &latest}
}

func unknown(e Event) int {
	if e.Minute == nil {
		return 1
	}
	return 0
}

// inject returns the event of an inject. A time of day is the first such time
// from the start of the drill on.
func (p *Plan) inject(i graph.Inject) Event {
	e := Event{Kind: InjectEvent, Moment: Moment{Minute: i.Minutes}, Objective: i.Objective, Stated: &i}
	if i.To != "" {
		e.To = []string{i.To}
	}
	if at, ok := i.Time.Minutes(); ok && p.Clock != nil {
		minute := ((at-*p.Clock)%day + day) % day
		e.Minute = &minute
	}
	return e
}

package escalation

// calls returns the events of calling for one organization. Levels behind the last one that
// is reached are never called; those of them at which nobody is reached are said all the
// same, without a time.
func (e *escalator) calls(now clock, task string, l callList) []Event {
	var events []Event
	for i, c := range l.calls {
		best, worst := l.best[i], l.worst[i]
		atBest := l.first < 0 || i == l.first || i < l.first && (c.level == 0 || best.closed)
		atWorst := l.last < 0 || i <= l.last
		then := clock{now.best, now.worst.add(worst.after)}
		switch {
		case !atBest && !atWorst && !worst.closed:
		case atBest && (!atWorst || !best.same(worst)):
			first := best
			if first.posts = best.atOnce(); l.first < 0 {
				first.posts = best.posts
			}
			events = append(events, then.at(e.callEvent(task, l, i, first)).only(true, false))
			if atWorst || worst.closed {
				events = append(events, then.at(e.callEvent(task, l, i, worst)).only(false, atWorst))
			}
		default:
			events = append(events, then.at(e.callEvent(task, l, i, worst)).only(atBest, atWorst))
		}
	}
	if l.last < 0 && l.loop != nil {
		again := e.g.Organizations()[l.loop[0]].ID
		events = append(events, clock{now.best, now.worst.add(l.wait(len(l.calls)))}.at(
			Event{Rule: EventLoop, Task: task, Organization: again, For: e.g.Organizations()[l.organization].ID}).only(l.first < 0, true))
	}
	return events
}

// callEvent describes the call at a position in one case, without its times.
func (e *escalator) callEvent(task string, l callList, i int, a attempt) Event {
	c := l.calls[i]
	event := Event{
		Rule: EventCall, Task: task, Organization: e.g.Organizations()[c.organization].ID,
		For: e.g.Organizations()[l.organization].ID, Level: c.level,
	}
	for _, p := range a.posts {
		if p.Calls > 0 && event.Contact.IsZero() {
			event.Contact = p.Contact
		}
	}
	if e.at != nil || len(a.posts) > 1 || len(a.posts) == 1 && a.posts[0].Calls > 1 {
		event.Posts = a.posts
	}
	if c.list.Flow != "" || c.list.Severity != "" {
		event.List = &ListOf{c.list.Flow, c.list.Severity}
	}
	if i > 0 {
		event.Rule = EventEscalation
		if l.calls[i-1].organization == c.organization {
			event.Rule = EventNextLevel
		}
		if before := l.worst[i-1]; l.calls[i-1].level > 0 && !before.closed {
			event.Minutes = before.wait
		}
	}
	switch {
	case c.absent:
		event.Rule = EventAbsent
	case c.level == 0:
		event.Rule = EventNoContacts
	case a.closed:
		event.Rule = EventClosed
	}
	return event
}

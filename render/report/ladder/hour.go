package ladder

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// hour says at which hour calls are judged, and by whose lists.
func hour(p messages.Printer, e escalation.Escalation) []document.Block {
	var said document.Phrase
	if e.At != nil {
		clocks := document.Words(e.At.Zone)
		if e.At.Organization != "" {
			clocks = p.Say("{1}, as the clocks of {2} show it", e.At.Zone, p.Organization(e.At.Organization))
		}
		said = p.Say("The work is there at {1} ({2}). Each call is judged at the hour at which it is made; ? marks a post that declares no hours and is taken as reached.", moment(p, e, e.At.Moment), clocks)
	}
	if e.Severity != "" {
		for _, s := range p.Graph.Dataset().Severities {
			if s.ID == e.Severity {
				said = p.Sentences(said, p.Say("Severity: {1}; contacts that are listed for it stand in place of the others.", s.Name.In(p.Lang)))
			}
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []document.Block{{Text: said}}
}

// moment is a time by the clocks of the reporter.
func moment(p messages.Printer, e escalation.Escalation, stamp string) string {
	org, _ := p.Graph.OrganizationIndex(e.At.Organization)
	if stamp == "" || e.At.Organization == "" {
		return stamp
	}
	return messages.Moment(p.Graph.Calendar(org), stamp, p.Language)
}

// clocked is a time of an event by the clocks of the reporter and, where they differ, by those
// of whoever is called.
func clocked(p messages.Printer, e escalation.Escalation, event escalation.Event, stamp string) document.Cell {
	said := moment(p, e, stamp)
	org, known := p.Graph.OrganizationIndex(event.Organization)
	if stamp == "" || !known {
		return document.Text(said)
	}
	if there := messages.Moment(p.Graph.Calendar(org), stamp, p.Language); there != said && e.At.Organization != "" {
		return document.Text(p.Plain("{1} (there {2}, {3})", said, there, p.Graph.Calendar(org).Zone()))
	}
	return document.Text(said)
}

// posts names those of a level who are called, or are not reached.
func posts(p messages.Printer, event escalation.Event) string {
	if len(event.Posts) == 0 {
		return event.Contact.In(p.Lang)
	}
	org, _ := p.Graph.OrganizationIndex(event.Organization)
	var list []string
	for _, post := range event.Posts {
		name := post.Contact.In(p.Lang)
		if name == "" {
			name = p.Plain("(nobody named)")
		}
		switch post.Rule {
		case escalation.PostUndeclared:
			name += "?"
		case escalation.PostDeputy:
			name = p.Plain("{1} (deputy)", name)
		case escalation.PostDeputyUndeclared:
			name = p.Plain("{1}? (deputy)", name)
		case escalation.PostClosed:
			if post.Opens == "" {
				name = p.Plain("{1} (not reached, and not within 400 days)", name)
				break
			}
			name = p.Plain("{1} (not reached; opens {2})", name, messages.Moment(p.Graph.Calendar(org), post.Opens, p.Language))
		}
		if post.After > 0 {
			name = p.Count(post.After, "{2}, {1} minute later", "{2}, {1} minutes later", name)
		}
		if post.Calls > 1 {
			name = p.Count(post.Calls, "{2}, {1} call", "{2}, {1} calls", name)
		}
		list = append(list, name)
	}
	return strings.Join(list, p.Plain(", "))
}

// byRule says by which rules the posts of a call are reached, and of which list they are.
func byRule(p messages.Printer, e escalation.Escalation, event escalation.Event) document.Phrase {
	var said document.Phrase
	has := func(rules ...escalation.PostRule) bool {
		return slices.ContainsFunc(event.Posts, func(c escalation.Called) bool { return slices.Contains(rules, c.Rule) && !c.Contact.IsZero() })
	}
	if has(escalation.PostOwnHours) {
		said = p.Sentences(said, p.Say("It is within its hours."))
	}
	if has(escalation.PostDeputy, escalation.PostDeputyUndeclared) {
		said = p.Sentences(said, p.Say("The deputy is called outside of the post's hours."))
	}
	if has(escalation.PostUndeclared, escalation.PostDeputyUndeclared) {
		said = p.Sentences(said, p.Say("No hours are declared: taken as reached (?)."))
	}
	if event.Rule == escalation.EventClosed {
		said = p.Sentences(said, p.Say("Outside of its hours, and no deputy is reached: nobody waits for it."))
	}
	switch l := event.List; {
	case l == nil:
	case l.Flow != "" && l.Severity != "":
		said = p.Sentences(said, p.Say("From the list for this flow and severity."))
	case l.Flow != "":
		said = p.Sentences(said, p.Say("From the list for this flow."))
	default:
		said = p.Sentences(said, p.Say("From the list for the severity."))
	}
	return said
}

// declaredAt names the lines that declare the posts of a call.
func declaredAt(event escalation.Event) string {
	var lines []string
	for _, post := range event.Posts {
		if s := post.Source; s.Line > 0 && !slices.Contains(lines, s.File+":"+strconv.Itoa(s.Line)) {
			lines = append(lines, s.File+":"+strconv.Itoa(s.Line))
		}
	}
	return strings.Join(lines, ", ")
}

// afterClosed reports whether in the case of an event the level before it was not reached.
func afterClosed(events []escalation.Event, i int) bool {
	for k := i - 1; k >= 0 && events[k].For == events[i].For; k-- {
		if events[k].Best != nil && events[i].Best != nil || events[k].Worst != nil && events[i].Worst != nil {
			return events[k].Rule == escalation.EventClosed
		}
	}
	return false
}

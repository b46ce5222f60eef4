package drawings

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// timed reports whether a ladder shows any time or contact.
func timed(e escalation.Escalation) bool {
	return slices.ContainsFunc(e.Ladders, func(l escalation.Ladder) bool {
		return slices.ContainsFunc(l.Paths, func(p escalation.Path) bool { return p.Timeline != nil || p.Minutes.AtLeast > 0 })
	})
}

// ladderTimes says how long a path takes from report to goal, and whether that keeps to
// the objective; nothing when no time is known of it.
func ladderTimes(e escalation.Escalation, p escalation.Path, lang messages.Language) string {
	total, verdict := pathTotal(e, p, lang)
	if total == "" {
		return ""
	}
	if verdict != "" {
		total += lang.Plain(", ") + verdict
	}
	return lang.Plain(" — ") + lang.Plain("report to goal: {1}", total)
}

// totalNode says below a path what ladderTimes does.
func totalNode(e escalation.Escalation, p escalation.Path, lang messages.Language) (diagram.Node, bool) {
	total, verdict := pathTotal(e, p, lang)
	if total == "" {
		return diagram.Node{}, false
	}
	return diagram.Node{Class: diagram.TotalNode, Head: lang.Plain("report to goal: {1}", total), Text: verdict}, true
}

// pathTotal returns how long a path takes, and in a word whether that keeps to the
// objective; nothing of what is not known.
func pathTotal(e escalation.Escalation, p escalation.Path, lang messages.Language) (total, verdict string) {
	best, worst := p.Objective, p.Objective
	switch {
	case p.Timeline != nil:
		total = lang.Plain("{1} at best, {2} at worst", minutesText(p.Timeline.Best, lang), minutesText(p.Timeline.Worst, lang))
		best, worst = p.Timeline.BestObjective, p.Timeline.WorstObjective
	case p.Minutes.AtLeast > 0:
		total = minutesText(p.Minutes, lang)
	default:
		return "", ""
	}
	if p.Objective == escalation.NoVerdict || e.Objective == nil {
		return total, ""
	}
	objective := lang.Plain("{1} min", strconv.Itoa(*e.Objective))
	if best != worst {
		return total, lang.Plain("objective {1}: {2} at best, {3} at worst", objective, verdictText(best, lang), verdictText(worst, lang))
	}
	return total, lang.Plain("objective {1}: {2}", objective, verdictText(worst, lang))
}

func verdictText(v escalation.Verdict, lang messages.Language) string {
	switch v {
	case escalation.Within:
		return lang.Plain("met")
	case escalation.Over:
		return lang.Plain("missed")
	}
	return lang.Plain("not known whether met")
}

func minutesText(m escalation.Minutes, lang messages.Language) string {
	if m.Total != nil {
		return lang.Plain("{1} min", strconv.Itoa(m.AtLeast))
	}
	return lang.Plain("at least {1} min", strconv.Itoa(m.AtLeast))
}

// rungContacts lists whom to call on a rung, for each organization that is
// called there one line below the tasks: its levels in order, with how long to
// wait, and those of the organizations that it escalates to.
func rungContacts(g *graph.Graph, p escalation.Path, rung escalation.Rung, lang messages.Language) string {
	if p.Timeline == nil {
		return ""
	}
	var lines strings.Builder
	called := func(e escalation.Event) bool { return e.Level > 0 && slices.Contains(rung.Tasks, e.Task) }
	events := p.Timeline.Events
	for i := 0; i < len(events); i++ {
		if !called(events[i]) {
			continue
		}
		org, levels := events[i].For, []string{}
		for ; i < len(events) && events[i].For == org; i++ {
			if called(events[i]) {
				levels = append(levels, levelText(g, events, i, lang))
			}
		}
		i--
		text := lang.Plain("Call: {1}", strings.Join(levels, "\n→ "))
		if len(rung.Organizations) > 1 {
			text = lang.Plain("Call at {1}: {2}", messages.OrganizationNames(g, []string{org}, lang), strings.Join(levels, "\n→ "))
		}
		lines.WriteString("\n" + text)
	}
	return lines.String()
}

// levelText names a level, and how long it is waited for before the next.
func levelText(g *graph.Graph, events []escalation.Event, i int, lang messages.Language) string {
	event := events[i]
	text := event.Contact.In(lang.Lang)
	if text == "" {
		text = lang.Plain("(nobody named)")
	}
	if event.Rule == escalation.EventEscalation {
		text = messages.OrganizationNames(g, []string{event.Organization}, lang) + lang.Plain(": ") + text
	}
	if i+1 < len(events) && events[i+1].For == event.For && events[i+1].Minutes != nil {
		return lang.Plain("{1} ({2} min)", text, strconv.Itoa(*events[i+1].Minutes))
	}
	return text
}

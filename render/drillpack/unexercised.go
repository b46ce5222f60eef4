package drillpack

import (
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// DrillAlone says that one organization does all that a drill plays, so that it exercises
// nobody else; empty when several do.
func DrillAlone(g *graph.Graph, plan drill.Plan, lang messages.Language) string {
	org := plan.Alone()
	if org == "" {
		return ""
	}
	p := drillerOf(g, plan, lang)
	for _, s := range plan.Steps {
		if s.Open != nil {
			return p.Plain("As the marks are read, {1} does everything in this drill: no handoff between organizations is exercised.", p.names([]string{org}))
		}
	}
	return p.Plain("{1} does everything in this drill: no handoff between organizations is exercised.", p.names([]string{org}))
}

// unexercised says which handoffs of the flow the drill does not play, each with its reason.
func (p driller) unexercised() []document.SheetPart {
	all, left := p.plan.Handoffs, len(p.plan.Unexercised)
	parts := []document.SheetPart{
		{Head: p.Plain("Not exercised by this drill")},
		{Text: p.Many(all, "The drill plays {2} of the {1} handoff of the flow.", "The drill plays {2} of the {1} handoffs of the flow.", all-left).String()},
	}
	if alone := DrillAlone(p.Graph, p.plan, p.Language); alone != "" {
		parts = append(parts, document.SheetPart{Text: alone})
	}
	if left == 0 {
		return parts
	}
	t := &document.SheetTable{Columns: []document.SheetColumn{{Head: p.Plain("Handoff"), Share: 4}, {Head: p.Plain("Why it is not exercised"), Share: 11}}}
	for _, u := range p.plan.Unexercised {
		t.Rows = append(t.Rows, []string{u.From + " → " + u.To, p.notExercised(u)})
	}
	return append(parts, document.SheetPart{Table: t})
}

// notExercised says why a handoff is not played, and how it can be.
func (p driller) notExercised(u drill.Unexercised) string {
	var titles []string
	for _, id := range u.Tasks {
		titles = append(titles, p.taskTitle(id))
	}
	tasks := strings.Join(titles, p.Plain(", "))
	var why document.Phrase
	switch u.Reason {
	case drill.LeavesGoal:
		return p.Plain("It leaves a goal, where a drill ends.")
	case drill.LostTask:
		return p.Plain("Lost with those who are out: {1}.", tasks)
	case drill.OnlyBack:
		return p.Plain("It leads back to where the work has come from.")
	case drill.OtherStart:
		return p.Plain("Work comes there from another start only: {1} (--from {2}).", tasks, u.Tasks[0])
	case drill.BehindLost:
		return p.Plain("Work comes there only by way of tasks that are lost with those who are out, such as {1}.", tasks)
	case drill.NeverReached:
		return p.Plain("Work comes there from no start, or only past a goal.")
	case drill.AlternativePlayed:
		why = p.Say("Another alternative is played: {1}.", tasks)
	case drill.BehindAlternative:
		why = p.Say("It is behind an alternative that is not played: {1}.", strings.Join(u.Tasks, " → "))
	}
	if u.Through {
		return p.Sentences(why, p.Say("--through {1},{2} plays it.", u.From, u.To)).String()
	}
	return why.String()
}

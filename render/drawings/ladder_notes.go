package drawings

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/render/messages"
)

// notOnBest marks the tasks of an alternate that the best path does without.
const notOnBest = "＋ "

// ladderNotes say how to read a ladder. What speaks of alternates, and of their sign, which
// resembles that of a gate, stands only where they are drawn.
func ladderNotes(e escalation.Escalation, lang messages.Language) []string {
	notes := []string{lang.Plain("Call from the top down. Tasks that the same leads do in succession make one level.")}
	if e.HasBranches() {
		notes = append(notes, lang.Plain("What is done at the same time stands side by side, and what several needed branches bring together waits for the last."))
	}
	alternates := slices.ContainsFunc(e.Ladders, func(l escalation.Ladder) bool { return len(drawnPaths(l)) > 1 })
	switch {
	case alternates && e.By == escalation.ByMinutes:
		notes = append(notes, lang.Plain("Paths are ordered by {1}.", lang.Plain("the minutes of their handoffs")))
	case alternates:
		notes = append(notes, lang.Plain("Paths are ordered by {1}.", lang.Plain("their number of handoffs")))
	}
	if alternates && e.HasBranches() {
		notes = append(notes, lang.Plain("Alternates stand first that do without an organization of the shortest path."))
	}
	if slices.ContainsFunc(e.Ladders, leavesBest) {
		notes = append(notes, lang.Plain("A plus sign before a task says that the shortest path does without it."))
	}
	return notes
}

// leavesBest reports whether an alternate has a task that the best path does without.
func leavesBest(l escalation.Ladder) bool {
	return slices.ContainsFunc(drawnPaths(l), func(k int) bool {
		return slices.ContainsFunc(l.Paths[k].Steps, func(s escalation.Step) bool { return !passes(l.Paths[0], s.Task) })
	})
}

func passes(p escalation.Path, task string) bool {
	return slices.ContainsFunc(p.Steps, func(s escalation.Step) bool { return s.Task == task })
}

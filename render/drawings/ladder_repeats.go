package drawings

import (
	"slices"

	"tasuki/analysis/escalation"
)

// mostPaths returns how many paths the ladder with the most has, at least 1.
func mostPaths(e escalation.Escalation) int {
	paths := 1
	for _, l := range e.Ladders {
		paths = max(paths, len(l.Paths))
	}
	return paths
}

// alone returns the organization that does every task of every path of a ladder, "" where
// several do or it is not certain. Where it is called by the clock, the calls are drawn.
func alone(l escalation.Ladder) string {
	org := ""
	for _, p := range l.Paths {
		for _, r := range p.Rungs {
			if len(r.Organizations) != 1 || org != "" && r.Organizations[0] != org || p.Timeline != nil {
				return ""
			}
			org = r.Organizations[0]
		}
		if slices.ContainsFunc(p.Steps, func(s escalation.Step) bool { return s.Open != nil }) {
			return ""
		}
	}
	return org
}

// drawnPaths returns the positions of the paths of a ladder that are drawn: the best, and
// the alternates that have a level which the best path has not. Nothing is drawn of what
// one organization does alone.
func drawnPaths(l escalation.Ladder) []int {
	if alone(l) != "" {
		return nil
	}
	var drawn []int
	for k, p := range l.Paths {
		if k == 0 || slices.ContainsFunc(p.Rungs, func(r escalation.Rung) bool { return sameLevel(l, r) < 0 }) {
			drawn = append(drawn, k)
		}
	}
	return drawn
}

// repeats counts the alternates that are not drawn, but for those of one organization
// alone.
func repeats(e escalation.Escalation) int {
	n := 0
	for _, l := range e.Ladders {
		if alone(l) == "" {
			n += len(l.Paths) - len(drawnPaths(l))
		}
	}
	return n
}

// sameLevel returns the level of the best path with the same tasks, or -1.
func sameLevel(l escalation.Ladder, r escalation.Rung) int {
	return slices.IndexFunc(l.Paths[0].Rungs, func(best escalation.Rung) bool { return slices.Equal(best.Tasks, r.Tasks) })
}

// shownLevels says which levels of an alternate with branches are drawn: those that the
// best path has not, and those that hand on to them or receive from them.
func shownLevels(l escalation.Ladder, path escalation.Path, p rungPlaces) []bool {
	shown, fresh := make([]bool, len(path.Rungs)), make([]bool, len(path.Rungs))
	for level, r := range path.Rungs {
		fresh[level] = sameLevel(l, r) < 0
		shown[level] = fresh[level]
	}
	for level, arrivals := range p.into {
		for _, a := range arrivals {
			from := p.of[a.From]
			shown[from] = shown[from] || fresh[level]
			shown[level] = shown[level] || fresh[from]
		}
	}
	return shown
}

package mapping

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/likeness"
	"tasuki/graph/spelling"
)

// target is what a value may be tied to: an ID, and the texts that mean it.
type target struct {
	id    string
	texts []string // folded: the ID, the names, the aliases
}

// matcher finds targets for values.
type matcher struct {
	targets []target
	exact   map[string][]int // by folded text
}

// tasksOf and organizationsOf return matchers of a graph.
func tasksOf(g *graph.Graph) *matcher {
	m := &matcher{exact: map[string][]int{}}
	for _, t := range g.Tasks() {
		m.add(t.ID, t.Name)
	}
	return m
}

func organizationsOf(g *graph.Graph) *matcher {
	m := &matcher{exact: map[string][]int{}}
	for _, o := range g.Organizations() {
		m.add(o.ID, o.Name, o.Aliases...)
	}
	return m
}

func (m *matcher) add(id string, name graph.Name, aliases ...string) {
	t := target{id: id}
	for _, text := range append([]string{id, name.EN, name.JA}, aliases...) {
		if text = spelling.Folded(text); text == "" || slices.Contains(t.texts, text) {
			continue
		}
		t.texts = append(t.texts, text)
		m.exact[text] = append(m.exact[text], len(m.targets))
	}
	m.targets = append(m.targets, t)
}

// What likeness is taken for. A value that differs from one text by at most a fifth of its
// letters, and from the next target by more, is tied to it; up to a half is a candidate.
const (
	tiedWithin     = 0.2
	likelyWithin   = 0.5
	maxCandidates  = 3
	maxLikeLetters = 200
)

// match returns the ID that a value means, or else candidates, the likeliest first and
// equally like ones in the order of the dataset. It takes time in proportion to the
// letters of the value and of all targets.
func (m *matcher) match(value string) (id string, candidates []string) {
	folded := spelling.Folded(value)
	if at := m.exact[folded]; len(at) == 1 {
		return m.targets[at[0]].id, nil
	} else if len(at) > 1 {
		for _, i := range at[:min(len(at), maxCandidates)] {
			candidates = append(candidates, m.targets[i].id)
		}
		return "", candidates
	}
	letters := utf8.RuneCountInString(folded)
	if letters > maxLikeLetters || letters < 3 { // of one or two letters everything is like everything
		return "", nil
	}
	type scored struct {
		at    int
		score float64
	}
	var list []scored
	for i, t := range m.targets {
		best := 1.0
		for _, text := range t.texts {
			n := utf8.RuneCountInString(text)
			if long := max(n, letters); n >= 3 && n <= maxLikeLetters && 2*min(n, letters) >= long {
				best = min(best, float64(likeness.Edits(folded, text))/float64(long))
			}
		}
		if best <= likelyWithin {
			list = append(list, scored{i, best})
		}
	}
	slices.SortStableFunc(list, func(a, b scored) int { return cmp.Compare(a.score, b.score) })
	if len(list) > 0 && list[0].score <= tiedWithin && (len(list) == 1 || list[1].score > tiedWithin) {
		return m.targets[list[0].at].id, nil
	}
	for _, s := range list[:min(len(list), maxCandidates)] {
		candidates = append(candidates, m.targets[s.at].id)
	}
	return "", candidates
}

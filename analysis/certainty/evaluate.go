package certainty

import (
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// inquest puts questions to every reading of a graph.
type inquest struct {
	g       *graph.Graph
	groups  []placement.Group
	marks   []placement.Mark // of the groups, in their order
	places  []markPlace
	asked   []asked
	current [][]int   // the outcome of every group as the dataset reads
	drawn   [][][]int // readings, of each the outcome of every group
	tried   bool      // to draw them
}

// markPlace is where a mark stands: the group, and which of its uncertain marks.
type markPlace struct{ group, mark int }

// asked is a question with what is known of its answers.
type asked struct {
	question
	topic   Topic
	changes []change
	counted *placement.Verdict // nil when the readings are too many
	answers [][]int            // in each of the readings drawn; nil when counted
}

func newInquest(g *graph.Graph, groups []placement.Group) *inquest {
	e := &inquest{g: g, groups: groups, marks: []placement.Mark{}, current: outcomesOf(groups, nil)}
	for i, gr := range groups {
		for j, choice := range gr.Choices {
			others := slices.DeleteFunc(slices.Clone(choice[1:]), func(org int) bool { return org == exact.Nobody })
			e.marks = append(e.marks, placement.Mark{
				Task: g.Tasks()[gr.Task].ID, Organization: placement.IDOf(g, choice[0]), Role: gr.Role,
				Alternatives: rules.OrganizationIDs(g, others), Source: gr.Sources[j],
			})
			e.places = append(e.places, markPlace{i, j})
		}
	}
	return e
}

// readings returns how many readings there are, in decimal digits.
func (e *inquest) readings() string {
	n := big.NewInt(1)
	for _, gr := range e.groups {
		if gr.Outcomes == nil {
			return ""
		}
		n.Mul(n, big.NewInt(int64(len(gr.Outcomes))))
	}
	return n.String()
}

// ask finds the changes of a question and counts its readings, or draws some.
func (e *inquest) ask(topic Topic, q question) (a asked, open bool) {
	a = asked{question: q, topic: topic}
	a.changes, open = q.Changes()
	switch v, ok := q.Count(); {
	case ok:
		a.counted, open = &v, false
	case open || len(a.changes) > 0:
		a.answers = e.answers(q)
	}
	if open && len(a.changes) == 0 {
		a.changes = e.found(q, a.answers)
	}
	e.asked = append(e.asked, a)
	return a, open
}

// answers returns the answer of each reading drawn.
func (e *inquest) answers(q question) [][]int {
	if !e.tried {
		e.drawn, e.tried = placement.SampleOf(e.groups, placement.Sampling), true
	}
	var list [][]int
	for _, outcomes := range e.drawn {
		list = append(list, q.answer(outcomes))
	}
	return list
}

// found returns the change that moves the fewest marks of those that the first
// readings drawn with another answer come down to.
func (e *inquest) found(q question, answers [][]int) []change {
	const looked = 10
	var best []change
	n := 0
	for i, answer := range answers {
		if slices.Equal(answer, q.asRead()) {
			continue
		}
		picks := shrunk(q, e.groups, picksOf(e.groups, e.drawn[i]))
		if c := (change{moves: moves(e.groups, picks), picks: picks}); best == nil || c.moves < best[0].moves {
			best = []change{c}
		}
		if n++; n == looked {
			break
		}
	}
	return best
}

// sureness says how sure a conclusion is.
func (e *inquest) sureness(a asked, open bool) Sureness {
	s := Sureness{Certainty: placement.Holds, DependsOn: []placement.Mark{}}
	switch {
	case a.counted != nil:
		s.Agreement = placement.ProportionOf(a.counted.Same, a.counted.All)
	case a.answers != nil:
		s.Agreement = placement.Estimated(a.hits(func(answer []int) bool { return slices.Equal(answer, a.asRead()) }), len(a.answers))
	case !open && len(a.changes) == 0:
		s.Agreement = placement.Certainly(true)
	}
	if len(a.changes) > 0 {
		s.Certainty, s.FewestMoves, s.Smallest = placement.Depends, &a.changes[0].moves, a.changes[0].smallest
	} else if open {
		s.Certainty = placement.NotComputed
	}
	for i, m := range e.marks {
		if slices.ContainsFunc(a.changes, func(c change) bool { return c.reads(e.groups, e.places[i]) }) {
			s.DependsOn = append(s.DependsOn, m)
		}
	}
	return s
}

// reads reports whether the change moves a mark.
func (c change) reads(groups []placement.Group, p markPlace) bool {
	return slices.ContainsFunc(c.picks, func(x placement.Pick) bool {
		return x.Group == p.group && x.Outcome[p.mark] != groups[p.group].Choices[p.mark][0]
	})
}

func (a asked) hits(is func(answer []int) bool) int {
	n := 0
	for _, answer := range a.answers {
		if is(answer) {
			n++
		}
	}
	return n
}

// holding returns in how many readings an organization is in the answer.
func (a asked) holding(org int) *placement.Proportion {
	if p := a.holds(org); p != nil {
		return p
	}
	if a.answers == nil {
		return nil
	}
	return placement.Estimated(a.hits(func(answer []int) bool { return slices.Contains(answer, org) }), len(a.answers))
}

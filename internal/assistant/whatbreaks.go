package assistant

import (
	"context"
	"errors"
	"slices"
	"strings"

	"tasuki/analysis/consequence"
	"tasuki/analysis/flow"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/consequences"
	"tasuki/render/document"
	"tasuki/render/document/text"
)

func (s *server) whatBreaks() tool {
	return tool{
		name: "what_breaks", title: s.Plain("What breaks with changes"),
		says: s.Plain("What follows from changes that are not made: what goes away, breaks, is degraded, is touched, is left with nobody, and is worth a look further down, each with its witness. Changes are laid over a copy, in the order lead, supporter, merge, leads, support, and last without, without_task, without_handoff and without_branch."),
		params: []param{
			{name: "without", kind: aList, says: s.Plain("Organizations that are missing, by ID or name.")},
			{name: "lead", kind: aList, says: s.Plain("TASK=FROM:TO: the lead of a task moves; TASK=TO: TO leads it, too.")},
			{name: "supporter", kind: aList, says: s.Plain("TASK=ID: the organization supports the task, too.")},
			{name: "merge", kind: aList, says: s.Plain("FROM:TO: the first organization becomes a part of the second.")},
			{name: "leads", kind: aText, words: []string{string(graph.AnyLead), string(graph.EachLead)}, says: s.Plain("Rule: one of several leads suffices (any), or each is needed (each).")},
			{name: "support", kind: aText, words: []string{string(graph.Fallback), string(graph.NoSupport)}, says: s.Plain("Rule: a supporter stands in for a lost lead (fallback), or does not (none).")},
			{name: "without_task", kind: aList, says: s.Plain("Tasks that are not done, by ID or words of their names.")},
			{name: "without_handoff", kind: aList, says: s.Plain("FROM:TO: no handoff from the first task to the second is made.")},
			{name: "without_branch", kind: aList, says: s.Plain("TASK=BRANCH: what leaves the task on this branch is not handed on, and not needed.")},
		},
		run: func(_ context.Context, a arguments) (answer, error) {
			changes, err := s.changes(a)
			if err != nil {
				return answer{}, err
			}
			o, err := overlay.Apply(s.Graph.Dataset(), changes)
			if err != nil {
				return answer{}, err
			}
			c, err := consequence.Of(s.Graph, o, rules.Options{})
			if err != nil {
				return answer{}, err
			}
			return s.broken(changes, c)
		},
	}
}

// changes reads the changes of a call.
func (s *server) changes(a arguments) ([]overlay.Change, error) {
	var list []overlay.Change
	var faults []error
	parsed := func(kind overlay.Kind, texts []string) {
		for _, t := range texts {
			c, err := overlay.Parse(string(kind) + "=" + t)
			if err != nil {
				faults = append(faults, said.Errorf("%q is not how a change of the kind %s is written; %s", shortened(t), string(kind), said.Word(s.written(kind))))
			}
			list = append(list, c)
		}
	}
	named := func(kind overlay.Kind, of sort, name string, change func(id string) overlay.Change) {
		for _, t := range a.list(name) {
			id, err := s.one(of, t)
			if err != nil {
				faults = append(faults, err)
			}
			list = append(list, change(id))
		}
	}
	parsed(overlay.Lead, a.list("lead"))
	parsed(overlay.Supporter, a.list("supporter"))
	parsed(overlay.Merge, a.list("merge"))
	for _, rule := range []overlay.Kind{overlay.LeadRule, overlay.SupportRule} {
		if a.given(string(rule)) {
			parsed(rule, []string{a.text(string(rule))})
		}
	}
	named(overlay.Without, anOrganization, "without", func(id string) overlay.Change { return overlay.Change{Kind: overlay.Without, From: id} })
	named(overlay.WithoutTask, aTask, "without_task", func(id string) overlay.Change { return overlay.Change{Kind: overlay.WithoutTask, Task: id} })
	parsed(overlay.WithoutHandoff, a.list("without_handoff"))
	parsed(overlay.WithoutBranch, a.list("without_branch"))
	if len(faults) == 0 && len(list) == 0 {
		return nil, said.New("what_breaks needs a change: without, lead, supporter, merge, leads, support, without_task, without_handoff or without_branch")
	}
	return list, errors.Join(faults...)
}

// written says how the changes of a kind are written.
func (s *server) written(kind overlay.Kind) string {
	name := strings.ReplaceAll(string(kind), "-", "_")
	params := s.whatBreaks().params
	return params[slices.IndexFunc(params, func(p param) bool { return p.name == name })].says
}

// shownConcerned is how many things of a group a text names.
const shownConcerned = 3

// broken says what follows from changes.
func (s *server) broken(changes []overlay.Change, c consequence.Consequences) (answer, error) {
	blocks := consequences.Blocks(s.Printer, changes, c, func(int) document.Phrase { return nil })
	for i := range blocks {
		// The heading over a list counts it, so that what is left out is told.
		blocks[i].Items = blocks[i].Items[:min(shownConcerned, len(blocks[i].Items))]
	}
	var b strings.Builder
	if err := text.WriteText(&b, blocks); err != nil {
		return answer{}, err
	}
	out := answer{result: c}
	for line := range strings.SplitSeq(strings.TrimSpace(b.String()), "\n") {
		if line != "" {
			out.lines = append(out.lines, line)
		}
	}
	out.rests = grounds{rules: &c.After, told: true, roles: []graph.Role{graph.Lead, graph.Support}}
	for _, group := range [][]consequence.Concerned{c.Breaks, c.GoesAway, c.Nobody, c.Degraded, c.Touched, c.Further} {
		for _, e := range group {
			if e.Kind == consequence.ATask {
				out.rests.tasks = append(out.rests.tasks, e.ID)
			}
			out.rests.tasks = append(out.rests.tasks, e.Blocking...)
			out.rests.tasks = append(out.rests.tasks, e.Way...)
			out.rests.handoffs = append(out.rests.handoffs, s.between(e.ID, slices.Concat(e.Handoffs, e.Cut, pairs(e.Way)))...)
		}
	}
	out.rests.handoffs = distinct(out.rests.handoffs)
	return out, nil
}

// pairs returns the steps of a way.
func pairs(way []string) []flow.TaskHandoff {
	var list []flow.TaskHandoff
	for i := range len(way) - 1 {
		list = append(list, flow.TaskHandoff{From: way[i], To: way[i+1]})
	}
	return list
}

// between returns the declared handoffs between pairs of tasks: those of the flow called id
// where there is one that has them, else all.
func (s *server) between(id string, wanted []flow.TaskHandoff) []graph.Handoff {
	if len(wanted) == 0 {
		return nil
	}
	of := s.Graph.Handoffs()
	if f, ok := s.Graph.Flow(id); ok {
		of = f.Handoffs
	}
	is := map[flow.TaskHandoff]bool{}
	for _, w := range wanted {
		is[w] = true
	}
	var list []graph.Handoff
	for _, h := range of {
		if is[flow.TaskHandoff{From: h.From, To: h.To}] {
			list = append(list, h)
		}
	}
	return list
}

// distinct returns handoffs without those of the same tasks and kind, in their order.
func distinct(list []graph.Handoff) []graph.Handoff {
	type key struct {
		from, to string
		kind     graph.HandoffKind
	}
	known := map[key]bool{}
	var out []graph.Handoff
	for _, h := range list {
		if k := (key{h.From, h.To, h.Kind}); !known[k] {
			known[k] = true
			out = append(out, h)
		}
	}
	return out
}

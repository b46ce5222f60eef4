package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// optional reports branches whose handoffs do not agree on whether the work can do
// without them.
func (v *validator) optional(path string, list []Handoff) {
	first := map[[2]string]int{}
	for i, h := range list {
		key := [2]string{h.From, trimmedBranch(h)}
		if _, seen := first[key]; !seen {
			first[key] = i
		}
		if other := list[first[key]]; other.Optional != h.Optional {
			v.add(fmt.Sprintf("%s/%d/optional", path, i), h.Source, fmt.Sprint(h.Optional),
				"the handoff to %s is in the same branch %q of task %s and says otherwise; a branch is optional in all its handoffs or in none", other.To, key[1], h.From)
		}
	}
}

// forks checks the rules of forks, and that the branches of a flow lead to its goals.
func (v *validator) forks(path string, f Flow, tasks map[string]int) {
	leaving := map[string][]int{}
	for i, h := range f.Handoffs {
		leaving[h.From] = append(leaving[h.From], i)
	}
	for _, id := range slices.Sorted(maps.Keys(f.Forks)) {
		at := path + "/forks/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(id)
		v.ref(at, "task", id, tasks, Source{}, false)
		v.word(at, "fork rule", string(f.Forks[id]), Source{}, false)
		if _, known := tasks[id]; known && len(leaving[id]) == 0 {
			v.add(at, Source{}, id, "no handoff leaves task %s in flow %s, so it is no fork; add its handoffs or remove the fork", id, f.ID)
		}
		for _, i := range leaving[id] {
			if h := f.Handoffs[i]; trimmedBranch(h) != "" {
				v.add(fmt.Sprintf("%s/handoffs/%d/branch", path, i), h.Source, h.Branch,
					"the fork of task %s says %s, which names the branch already; keep the branches of its handoffs or the fork", id, f.Forks[id])
			}
		}
	}
	f.Handoffs, f.Forks = f.branched(), nil
	v.optional(path+"/handoffs", f.Handoffs)
	if len(f.Goal) > 0 {
		v.branchEnds(path, f)
	}
}

// branchEnds reports needed branches that no work can follow to a goal. Where a task
// has one branch only, that is a dead end, which is no fault of the facts.
func (v *validator) branchEnds(path string, f Flow) {
	forks := Forks(f)
	first := map[[2]string]int{}
	for i, h := range slices.Backward(f.Handoffs) {
		first[[2]string{h.From, trimmedBranch(h)}] = i
	}
	report := func(k Fork, b Branch, format string, args ...any) {
		i := first[[2]string{k.Task, b.Name}]
		v.add(fmt.Sprintf("%s/handoffs/%d", path, i), f.Handoffs[i].Source, b.Name, format, args...)
	}
	reaches, succeeds := upTo(f, forks, false), upTo(f, forks, true)
	dead := func(ok map[string]bool, report func(Fork, Branch)) (found bool) {
		for _, k := range forks {
			for _, b := range k.Branches {
				if k.Splits() && !b.Optional && !slices.Contains(f.Goal, k.Task) && !slices.ContainsFunc(b.Handoffs, func(h Handoff) bool { return ok[h.To] }) {
					report(k, b)
					found = true
				}
			}
		}
		return found
	}
	for _, k := range forks {
		if b := k.Branches[0]; !slices.Contains(f.Goal, k.Task) && !slices.ContainsFunc(k.Branches, func(b Branch) bool { return !b.Optional }) {
			report(k, b, "every branch that leaves task %s in flow %s is optional, so nothing takes its work to a goal; make one needed, or the task a goal", k.Task, f.ID)
		}
	}
	found := dead(reaches, func(k Fork, b Branch) {
		report(k, b, "is a needed branch of task %s that reaches no goal of flow %s; add the missing handoffs, make its end a goal, or call the branch optional", k.Task, f.ID)
	})
	if !found {
		dead(succeeds, func(k Fork, b Branch) {
			report(k, b, "is a needed branch of task %s that comes to no goal of flow %s without waiting for itself; give it an alternative that leaves the loop, or call the branch optional", k.Task, f.ID)
		})
	}
}

// upTo returns the tasks from which work comes to a goal: by a handoff of each needed
// branch, or, unless all must be done, by any handoff at all. It is the least fixpoint,
// so a loop alone never comes to one, and takes time in proportion to the handoffs
// (Dowling and Gallier 1984).
func upTo(f Flow, forks []Fork, all bool) map[string]bool {
	type part struct{ fork, branch int }
	into := map[string][]part{}
	waits, done := make([]int, len(forks)), make([][]bool, len(forks))
	for i, k := range forks {
		done[i] = make([]bool, len(k.Branches))
		for j, b := range k.Branches {
			if !b.Optional {
				waits[i]++
			}
			if !all || !b.Optional {
				for _, h := range b.Handoffs {
					into[h.To] = append(into[h.To], part{i, j})
				}
			}
		}
	}
	comes := map[string]bool{}
	for queue := slices.Clone(f.Goal); len(queue) > 0; queue = queue[1:] {
		if id := queue[0]; !comes[id] {
			comes[id] = true
			for _, p := range into[id] {
				if !done[p.fork][p.branch] {
					done[p.fork][p.branch] = true
					waits[p.fork]--
				}
				if !all || waits[p.fork] == 0 {
					queue = append(queue, forks[p.fork].Task)
				}
			}
		}
	}
	return comes
}

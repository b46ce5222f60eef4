package handoffs

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/likeness"
	"tasuki/graph/spelling"
)

// taskIndex finds tasks by what people write for them.
type taskIndex struct {
	list   []graph.Task
	exact  map[string]int   // ID -> position
	folded map[string][]int // ID, name, or both -> positions
	effort int              // signs that may yet be compared for what is nearest
	known  map[string]string
}

// maxEffort bounds how many pairs of letters are compared to name what is nearest to
// what no task is called.
const maxEffort = 50_000_000

// maxCompared is how many letters of a name are compared.
const maxCompared = 60

func newTaskIndex(tasks []graph.Task) *taskIndex {
	x := &taskIndex{list: tasks, exact: make(map[string]int, len(tasks)), folded: make(map[string][]int, 2*len(tasks)), effort: maxEffort, known: map[string]string{}}
	add := func(key string, i int) {
		if list := x.folded[key]; key != "" && (len(list) == 0 || list[len(list)-1] != i) {
			x.folded[key] = append(list, i)
		}
	}
	for i, t := range tasks {
		x.exact[t.ID] = i
		add(spelling.Folded(t.ID), i)
	}
	// An ID goes before a name: where tasks are called as others are numbered, a number
	// means an ID.
	ids := make(map[string]bool, len(x.folded))
	for key := range x.folded {
		ids[key] = true
	}
	for i, t := range tasks {
		id := spelling.Folded(t.ID)
		for _, name := range []string{spelling.Folded(t.Name.JA), spelling.Folded(t.Name.EN)} {
			if name == "" {
				continue
			}
			for _, key := range []string{name, id + " " + name, id + ": " + name, id + ". " + name} {
				if !ids[key] {
					add(key, i)
				}
			}
		}
	}
	return x
}

// has reports whether a cell names a task, or several.
func (x *taskIndex) has(c cell) bool {
	return slices.ContainsFunc([]string{c.text, c.label}, func(text string) bool {
		_, exact := x.exact[text]
		return exact || len(x.folded[spelling.Folded(text)]) > 0
	})
}

// find returns the position of the task that a text names, or what is wrong with it.
func (x *taskIndex) find(text string) (int, *graph.Problem) {
	text = strings.Join(strings.Fields(text), " ")
	if i, ok := x.exact[text]; ok {
		return i, nil
	}
	found := x.folded[spelling.Folded(text)]
	if rest, marked := strings.CutPrefix(text, "'"); marked && len(found) == 0 {
		found = x.folded[spelling.Folded(rest)] // a sign before it keeps it from being a formula
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		if near := x.nearest(text); near != "" {
			return -1, taskFault(text, "is not the ID or the name of a task; the nearest are %s", near)
		}
		return -1, taskFault(text, "is not the ID or the name of a task; correct it, or add the task")
	}
	var ids []string
	for _, i := range found[:min(5, len(found))] {
		ids = append(ids, quote(x.list[i].ID))
	}
	return -1, taskFault(text, "is what %d tasks are called; write the ID of the one that is meant: %s", len(found), strings.Join(ids, ", "))
}

func taskFault(value, format string, args ...any) *graph.Problem {
	p := graph.Problem{Value: value}.Saying(format, args...)
	return &p
}

// nearest lists the tasks that a text is most like; none when comparing takes too long.
func (x *taskIndex) nearest(text string) string {
	key := spelling.Folded(text)
	if said, ok := x.known[key]; ok {
		return said
	}
	letters := clip(key)
	var best []near
	for i, t := range x.list {
		n := len(x.list) // worse than any
		for _, name := range []string{t.ID, t.Name.JA, t.Name.EN, t.ID + " " + t.Name.In(graph.English)} {
			if name == "" {
				continue
			}
			other := clip(spelling.Folded(name))
			if x.effort -= len(letters) * len(other); x.effort < 0 {
				return ""
			}
			n = min(n, distance(letters, other))
		}
		best = append(best, near{i, n})
		slices.SortStableFunc(best, func(a, b near) int { return a.distance - b.distance })
		best = best[:min(3, len(best))]
	}
	var names []string
	for _, b := range best {
		names = append(names, quote(x.list[b.task].Label(graph.English)))
	}
	x.known[key] = strings.Join(names, ", ")
	return x.known[key]
}

// near is a task and how unlike a text it is.
type near struct{ task, distance int }

// distance is how unlike two texts are. One that the other contains is near.
func distance(a, b string) int {
	if len(a) > 1 && strings.Contains(b, a) || len(b) > 1 && strings.Contains(a, b) {
		return 1
	}
	return likeness.Edits(a, b)
}

func clip(s string) string {
	if r := []rune(s); len(r) > maxCompared {
		return string(r[:maxCompared])
	}
	return s
}

// describe names a task for a note.
func (x *taskIndex) describe(id string) string {
	if i, ok := x.exact[id]; ok {
		if label := x.list[i].Label(graph.English); label != id {
			return fmt.Sprintf("%s (%s)", id, strings.TrimPrefix(label, id+" "))
		}
	}
	return id
}

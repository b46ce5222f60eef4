package handoffs

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/graph/spelling"
)

// Added says what tables and flowcharts have added to a dataset.
type Added struct {
	Notes []said.Note // what was taken for granted

	declared int            // flows that were there before
	origins  []graph.Source // where each further flow is stated first
}

// Place gives problems of flows that tables or flowcharts declare their place.
func (a Added) Place(ps graph.Problems) {
	for i := range ps {
		var n int
		if p := &ps[i]; p.Source == (graph.Source{}) {
			if _, err := fmt.Sscanf(p.Path, "/flows/%d", &n); err == nil && n >= a.declared && n-a.declared < len(a.origins) {
				p.Source = a.origins[n-a.declared]
			}
		}
	}
}

// Add puts what tables and flowcharts state into the flows of d, by the tasks of d. A
// flow is found by its ID or name; one that d does not have is made, and starts at the
// tasks where nothing leads in, and has its goals where nothing leads on, unless columns
// say so. All that cannot be read is among the problems.
func Add(d *graph.Dataset, list []Stated) (Added, graph.Problems) {
	b := &builder{d: d, tasks: newTaskIndex(d.Tasks), ids: map[string]int{}, flows: map[string][]int{}, charts: map[string]bool{}, added: Added{declared: len(d.Flows)}}
	d.Flows, d.Handoffs = slices.Clone(d.Flows), slices.Clone(d.Handoffs)
	for i, f := range d.Flows {
		d.Flows[i].Handoffs = slices.Clone(f.Handoffs)
		b.ids[f.ID] = i
		b.call(i, f.ID, f.Name.JA, f.Name.EN)
	}
	for i := range list {
		b.take(&list[i])
	}
	b.ends()
	return b.added, b.faults.Problems()
}

// builder puts entries into flows.
type builder struct {
	d      *graph.Dataset
	tasks  *taskIndex
	ids    map[string]int   // of flows -> positions
	flows  map[string][]int // ID or name, folded -> positions
	charts map[string]bool  // file and title of flowcharts
	made   []flowEnds       // of the flows that are made
	added  Added
	faults graph.Collector
}

// flowEnds is what is said of the ends of a flow that is made.
type flowEnds struct {
	source        *Stated
	at            cell
	starts, goals []string // by columns
	faulty        bool     // not all of its handoffs are known
}

// call notes what a flow is called.
func (b *builder) call(flow int, names ...string) {
	for _, name := range names {
		if key := spelling.Folded(name); key != "" && !slices.Contains(b.flows[key], flow) {
			b.flows[key] = append(b.flows[key], flow)
		}
	}
}

// take puts the entries of one table or flowchart into flows.
func (b *builder) take(s *Stated) {
	if s.partial && !b.mentions(s) {
		b.added.Notes = append(b.added.Notes, said.Notef("flows: the flowchart at %s names no task, and is not read", s.source(s.at.Line, 0).Note()))
		return
	}
	b.faults.AddAll(s.broken)
	if s.chart && b.titledTwice(s) {
		return
	}
	var unkind []string
	for i := range s.Entries {
		e := &s.Entries[i]
		before := b.faults.Count()
		flow := b.flowOf(s, e)
		h := b.handoff(s, e)
		if flow != noFlow {
			b.marked(s, e, flow, h)
		}
		switch {
		case b.faults.Count() > before:
			if n := flow - b.added.declared; n >= 0 {
				b.made[n].faulty = true
			}
			continue
		case flow == noFlow:
			b.d.Handoffs = append(b.d.Handoffs, h)
		default:
			b.d.Flows[flow].Handoffs = append(b.d.Flows[flow].Handoffs, h)
		}
		if e.cells[kindField].empty() {
			unkind = append(unkind, fmt.Sprint(e.line))
		}
	}
	b.added.Notes = append(b.added.Notes, s.Notes...)
	switch {
	case len(unkind) > 0 && s.chart:
		b.added.Notes = append(b.added.Notes, said.Notef("kind: the arrows of the flowchart in %s are handoffs of the kind %s, since they have no other", s.name(), said.Word(graph.Sequence)))
	case len(unkind) > 0:
		b.added.Notes = append(b.added.Notes, said.Notef("kind: rows of %s that name none are taken for %s (%s); fill in the column kind", s.name(), said.Word(graph.Sequence), few(unkind)))
	}
}

// titledTwice reports that a flowchart has the title of another one in its file.
func (b *builder) titledTwice(s *Stated) bool {
	if len(s.Entries) == 0 {
		return false
	}
	title := s.Entries[0].cells[flowField]
	key := s.at.File + "\x00" + spelling.Folded(title.text)
	if b.charts[key] {
		b.fault(s, title, title.text, "is the title of two flowcharts of this file; give each its own, by a line title: NAME between two lines --- at its beginning")
	}
	defer func() { b.charts[key] = true }()
	return b.charts[key]
}

// mentions reports whether an entry names a task.
func (b *builder) mentions(s *Stated) bool {
	return slices.ContainsFunc(s.Entries, func(e Entry) bool { return b.tasks.has(e.cells[fromField]) || b.tasks.has(e.cells[toField]) })
}

// noFlow is the position of no flow.
const noFlow = -1

// flowOf returns the position of the flow of an entry, which it makes if it has to.
func (b *builder) flowOf(s *Stated, e *Entry) int {
	c := e.cells[flowField]
	if c.empty() {
		return noFlow
	}
	text := strings.Join(strings.Fields(c.text), " ")
	if i, ok := b.ids[text]; ok {
		return i
	}
	found := b.flows[spelling.Folded(text)]
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) > 1:
		b.fault(s, c, text, "is what %d flows are called; write the ID of the one that is meant", len(found))
		return noFlow
	}
	flow := len(b.d.Flows)
	b.d.Flows = append(b.d.Flows, graph.Flow{ID: text, Name: graph.Text(text)})
	b.made = append(b.made, flowEnds{source: s, at: c})
	b.call(flow, text)
	b.ids[text] = flow
	return flow
}

func (b *builder) fault(s *Stated, c cell, value, format string, args ...any) {
	b.faults.Add(graph.Problem{Source: s.source(c.line, c.column), Value: value}.Saying(format, args...))
}

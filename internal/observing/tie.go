package observing

import (
	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/logfile"
	"tasuki/graph/files"
	"tasuki/graph/spelling"
)

// tie ties the names of a log to a dataset.
type tie func(*eventlog.Names) *eventlog.Map

// tieOf reads a mapping, and how it says that the log is read.
func tieOf(g *graph.Graph, path string) (tie, logfile.Options, error) {
	if path == "" {
		return func(names *eventlog.Names) *eventlog.Map { return alike(g, names) }, logfile.Options{}, nil
	}
	file, err := files.OpenMapping(path)
	if err != nil {
		return nil, logfile.Options{}, err
	}
	f, err := file.For(g)
	if err != nil {
		return nil, logfile.Options{}, err
	}
	o := logfile.Options{Columns: f.Columns, Layout: f.TimeLayout, Zone: f.Zone, ObjectType: f.ObjectType, Nobody: f.Nobody}
	return func(names *eventlog.Names) *eventlog.Map { m := f.Map(g, names); return &m }, o, nil
}

// alike ties names to tasks and organizations that are called so, by ID, name or alias,
// whatever the case and width of letters. What two are called is tied to neither.
func alike(g *graph.Graph, names *eventlog.Names) *eventlog.Map {
	tasks, organizations := index{}, index{}
	for i, t := range g.Tasks() {
		tasks.call(i, t.ID, t.Name.JA, t.Name.EN)
	}
	for i, o := range g.Organizations() {
		organizations.call(i, append([]string{o.ID, o.Name.JA, o.Name.EN}, o.Aliases...)...)
	}
	return &eventlog.Map{Tasks: tasks.of(names.Activities), Organizations: organizations.of(names.Performers)}
}

// index holds what is called by a name, or [eventlog.Unmapped] where several are.
type index map[string]int

func (x index) call(i int, names ...string) {
	for _, name := range names {
		key := spelling.Folded(name)
		if key == "" {
			continue
		}
		if other, ok := x[key]; ok && other != i {
			x[key] = eventlog.Unmapped
			continue
		}
		x[key] = i
	}
}

func (x index) of(names []string) []int {
	list := make([]int, len(names))
	for i, name := range names {
		list[i] = eventlog.Unmapped
		if at, ok := x[spelling.Folded(name)]; ok {
			list[i] = at
		}
	}
	return list
}

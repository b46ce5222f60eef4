package report

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/render/messages"
)

// filter is a choice by which the entries of a page are narrowed down.
type filter struct {
	Kind    string // organization, phase or flow
	Title   string
	All     string // the choice of everything
	Choices []choice
}

// choice is one party, phase or flow, with the places that belong to it, by their
// anchors.
type choice struct {
	Place, Name                 string
	Tasks, Organizations, Flows places
}

// places are names of anchors.
type places []string

// String puts spaces between them.
func (l places) String() string { return strings.Join(l, " ") }

// on returns the places that a page has or names.
func (l places) on(named map[string]bool) places {
	return slices.DeleteFunc(slices.Clone(l), func(place string) bool { return !named[place] })
}

// narrowed returns the filters of a page that has or names some places: what it says
// nothing of is no choice.
func narrowed(list []filter, named map[string]bool) []filter {
	var narrow []filter
	for _, f := range list {
		var choices []choice
		for _, c := range f.Choices {
			c.Tasks, c.Organizations, c.Flows = c.Tasks.on(named), c.Organizations.on(named), c.Flows.on(named)
			if len(c.Tasks)+len(c.Organizations)+len(c.Flows) > 0 {
				choices = append(choices, c)
			}
		}
		if len(choices) > 1 {
			narrow = append(narrow, filter{f.Kind, f.Title, f.All, choices})
		}
	}
	return narrow
}

// filters returns the choices of the report: those among which there is one.
func filters(p messages.Printer) []filter {
	all := []filter{
		{"organization", p.Plain("Organization"), p.Plain("All organizations"), organizationChoices(p)},
		{"phase", p.Plain("Phase"), p.Plain("All phases"), phaseChoices(p)},
		{"flow", p.Plain("Flow"), p.Plain("All flows"), flowChoices(p)},
	}
	return slices.DeleteFunc(all, func(f filter) bool { return len(f.Choices) < 2 })
}

func organizationChoices(p messages.Printer) []choice {
	var list []choice
	for i, o := range p.Graph.Organizations() {
		tasks := slices.Concat(p.Graph.Led(i), p.Graph.Supported(i))
		slices.Sort(tasks)
		tasks = slices.Compact(tasks)
		place := p.OrganizationAnchor(o.ID)
		list = append(list, choice{place, p.Named(o.Name, o.ID, "").String(), taskPlaces(p, tasks), places{place}, flowPlaces(p, tasks)})
	}
	return list
}

func phaseChoices(p messages.Printer) []choice {
	var list []choice
	for _, phase := range p.Graph.Dataset().Phases {
		var tasks []int
		for i, t := range p.Graph.Tasks() {
			if slices.Contains(lineageIDs(p, t.Phase), phase.ID) {
				tasks = append(tasks, i)
			}
		}
		list = append(list, choice{messages.AnchorOf("phase", phase.ID), p.Term(p.Graph.Dataset().Phases, phase.ID).String(),
			taskPlaces(p, tasks), leadPlaces(p, tasks), flowPlaces(p, tasks)})
	}
	return list
}

// lineageIDs returns a phase and those above it.
func lineageIDs(p messages.Printer, id string) []string {
	phases := p.Graph.Dataset().Phases
	var ids []string
	for id != "" {
		ids = append(ids, id)
		i := slices.IndexFunc(phases, func(t graph.Term) bool { return t.ID == id })
		id = phases[i].Parent
	}
	return ids
}

func flowChoices(p messages.Printer) []choice {
	var list []choice
	for _, f := range p.Graph.Flows() {
		tasks := tasksOf(p, f)
		place := messages.AnchorOf("flow", f.ID)
		list = append(list, choice{place, p.FlowTitle(f.ID).String(), taskPlaces(p, tasks), leadPlaces(p, tasks), places{place}})
	}
	return list
}

// TasksOf returns the tasks of a flow in ascending order.
func tasksOf(p messages.Printer, f graph.Flow) []int {
	ids := slices.Concat(f.Start, f.Goal)
	for _, h := range f.Handoffs {
		ids = append(ids, h.From, h.To)
	}
	var tasks []int
	for _, id := range ids {
		if i, ok := p.Graph.TaskIndex(id); ok {
			tasks = append(tasks, i)
		}
	}
	slices.Sort(tasks)
	return slices.Compact(tasks)
}

func taskPlaces(p messages.Printer, tasks []int) places {
	var list places
	for _, t := range tasks {
		list = append(list, messages.Anchor(p.Graph.Tasks()[t].ID))
	}
	return list
}

// leadPlaces are the places of those who lead one of the tasks.
func leadPlaces(p messages.Printer, tasks []int) places {
	var list places
	for i, o := range p.Graph.Organizations() {
		if slices.ContainsFunc(tasks, func(t int) bool { return slices.Contains(p.Graph.Leads(t), i) }) {
			list = append(list, p.OrganizationAnchor(o.ID))
		}
	}
	return list
}

// flowPlaces are the places of the flows that hold one of the tasks.
func flowPlaces(p messages.Printer, tasks []int) places {
	var list places
	for _, f := range p.Graph.Flows() {
		if slices.ContainsFunc(tasksOf(p, f), func(t int) bool { return slices.Contains(tasks, t) }) {
			list = append(list, messages.AnchorOf("flow", f.ID))
		}
	}
	return list
}

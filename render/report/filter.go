package report

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/render/messages"
)

// filter is a choice by which the entries of the page are narrowed down.
type filter struct {
	Kind    string // organization, phase or flow
	Title   string
	All     string // the choice of everything
	Choices []choice
}

// choice is one party, phase or flow, with the places on the page that belong
// to it: names of anchors with spaces between them.
type choice struct {
	Place, Name                 string
	Tasks, Organizations, Flows string
}

// filters returns the choices of the page: those among which there is one.
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
		list = append(list, choice{place, p.Named(o.Name, o.ID, "").String(), taskPlaces(p, tasks), place, flowPlaces(p, tasks)})
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
		list = append(list, choice{place, p.FlowTitle(f.ID).String(), taskPlaces(p, tasks), leadPlaces(p, tasks), place})
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

func taskPlaces(p messages.Printer, tasks []int) string {
	var places []string
	for _, t := range tasks {
		places = append(places, messages.Anchor(p.Graph.Tasks()[t].ID))
	}
	return strings.Join(places, " ")
}

// leadPlaces are the places of those who lead one of the tasks.
func leadPlaces(p messages.Printer, tasks []int) string {
	var places []string
	for i, o := range p.Graph.Organizations() {
		if slices.ContainsFunc(tasks, func(t int) bool { return slices.Contains(p.Graph.Leads(t), i) }) {
			places = append(places, p.OrganizationAnchor(o.ID))
		}
	}
	return strings.Join(places, " ")
}

// flowPlaces are the places of the flows that hold one of the tasks.
func flowPlaces(p messages.Printer, tasks []int) string {
	var places []string
	for _, f := range p.Graph.Flows() {
		if slices.ContainsFunc(tasksOf(p, f), func(t int) bool { return slices.Contains(tasks, t) }) {
			places = append(places, messages.AnchorOf("flow", f.ID))
		}
	}
	return strings.Join(places, " ")
}

package render

import (
	"slices"
	"strings"

	"tasuki/graph"
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
func (p reporter) filters() []filter {
	all := []filter{
		{"organization", p.plain("Organization"), p.plain("All organizations"), p.organizationChoices()},
		{"phase", p.plain("Phase"), p.plain("All phases"), p.phaseChoices()},
		{"flow", p.plain("Flow"), p.plain("All flows"), p.flowChoices()},
	}
	return slices.DeleteFunc(all, func(f filter) bool { return len(f.Choices) < 2 })
}

func (p reporter) organizationChoices() []choice {
	var list []choice
	for i, o := range p.g.Organizations() {
		tasks := slices.Concat(p.g.Led(i), p.g.Supported(i))
		slices.Sort(tasks)
		tasks = slices.Compact(tasks)
		place := p.organizationAnchor(o.ID)
		list = append(list, choice{place, p.named(o.Name, o.ID, "").String(), p.taskPlaces(tasks), place, p.flowPlaces(tasks)})
	}
	return list
}

func (p reporter) phaseChoices() []choice {
	var list []choice
	for _, phase := range p.g.Dataset().Phases {
		var tasks []int
		for i, t := range p.g.Tasks() {
			if slices.Contains(p.lineageIDs(t.Phase), phase.ID) {
				tasks = append(tasks, i)
			}
		}
		list = append(list, choice{anchor("phase", phase.ID), p.term(p.g.Dataset().Phases, phase.ID).String(),
			p.taskPlaces(tasks), p.leadPlaces(tasks), p.flowPlaces(tasks)})
	}
	return list
}

// lineageIDs returns a phase and those above it.
func (p reporter) lineageIDs(id string) []string {
	phases := p.g.Dataset().Phases
	var ids []string
	for id != "" {
		ids = append(ids, id)
		i := slices.IndexFunc(phases, func(t graph.Term) bool { return t.ID == id })
		id = phases[i].Parent
	}
	return ids
}

func (p reporter) flowChoices() []choice {
	var list []choice
	for _, f := range p.g.Flows() {
		tasks := p.tasksOf(f)
		place := anchor("flow", f.ID)
		list = append(list, choice{place, p.flowTitle(f.ID).String(), p.taskPlaces(tasks), p.leadPlaces(tasks), place})
	}
	return list
}

// tasksOf returns the tasks of a flow in ascending order.
func (p reporter) tasksOf(f graph.Flow) []int {
	ids := slices.Concat(f.Start, f.Goal)
	for _, h := range f.Handoffs {
		ids = append(ids, h.From, h.To)
	}
	var tasks []int
	for _, id := range ids {
		if i, ok := p.g.TaskIndex(id); ok {
			tasks = append(tasks, i)
		}
	}
	slices.Sort(tasks)
	return slices.Compact(tasks)
}

func (p reporter) taskPlaces(tasks []int) string {
	var places []string
	for _, t := range tasks {
		places = append(places, Anchor(p.g.Tasks()[t].ID))
	}
	return strings.Join(places, " ")
}

// leadPlaces are the places of those who lead one of the tasks.
func (p reporter) leadPlaces(tasks []int) string {
	var places []string
	for i, o := range p.g.Organizations() {
		if slices.ContainsFunc(tasks, func(t int) bool { return slices.Contains(p.g.Leads(t), i) }) {
			places = append(places, p.organizationAnchor(o.ID))
		}
	}
	return strings.Join(places, " ")
}

// flowPlaces are the places of the flows that hold one of the tasks.
func (p reporter) flowPlaces(tasks []int) string {
	var places []string
	for _, f := range p.g.Flows() {
		if slices.ContainsFunc(p.tasksOf(f), func(t int) bool { return slices.Contains(tasks, t) }) {
			places = append(places, anchor("flow", f.ID))
		}
	}
	return strings.Join(places, " ")
}

package overlay

import (
	"errors"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// Overlay is a dataset with changes laid over it.
type Overlay struct {
	Changes []Change // in the order in which they were made

	// Present is the dataset with everybody present and everything done: marks, rules
	// and organizations are as changed. It is what losses are judged on, since a task
	// that each of its leads is needed for is lost though some are left.
	Present graph.Dataset

	Without  []string           // organizations that are missing, by ID
	Tasks    []string           // taken out, by ID
	Handoffs []flow.TaskHandoff // taken out, by From, then To
	Merged   map[string]string  // by organization that is no more, the one that it is a part of

	// Dataset is what is left: the marks of those who are missing are gone, and so are the
	// tasks and handoffs. Of the flows that lose one of these, those are left out that no
	// longer have a start, a goal and a way between them.
	Dataset graph.Dataset
}

// Apply lays changes over a valid dataset, which it leaves as it is. Changes are made in
// their order, but organizations are missing, and tasks and handoffs taken out, after all
// others: the lead can be moved from who is missing. The error names everything that the
// changes ask for and that is not there, with the IDs that are most like it. It takes time
// in proportion to changes x facts.
func Apply(d graph.Dataset, changes []Change) (Overlay, error) {
	l := layer{Overlay: Overlay{Changes: slices.Clone(changes), Merged: map[string]string{}}}
	l.Present = d
	l.Present.Organizations = slices.Clone(d.Organizations)
	l.Present.Assignments = slices.Clone(d.Assignments)
	l.Present.Supplies = slices.Clone(d.Supplies)
	l.Present.OutsideReports = slices.Clone(d.OutsideReports)
	for _, last := range []bool{false, true} {
		for _, c := range changes {
			if last == slices.Contains([]Kind{Without, WithoutTask, WithoutHandoff, WithoutBranch}, c.Kind) {
				l.apply(c)
			}
		}
	}
	slices.SortFunc(l.Without, graph.Compare)
	slices.SortFunc(l.Tasks, graph.Compare)
	slices.SortFunc(l.Handoffs, flow.CompareHandoffs)
	l.Without, l.Tasks, l.Handoffs = slices.Compact(l.Without), slices.Compact(l.Tasks), slices.Compact(l.Handoffs)
	if len(l.faults) > 0 {
		return Overlay{}, errors.Join(l.faults...)
	}
	l.Dataset = l.left()
	return l.Overlay, nil
}

// layer is an overlay that is being made.
type layer struct {
	Overlay
	faults []error
}

func (l *layer) apply(c Change) {
	switch c.Kind {
	case Without:
		if l.organizations(c, c.From) {
			l.Without = append(l.Without, c.From)
		}
	case Lead:
		if l.task(c, c.Task) && l.organizations(c, c.From, c.To) {
			l.lead(c)
		}
	case Supporter:
		if l.task(c, c.Task) && l.organizations(c, c.To) {
			l.supporter(c)
		}
	case Merge:
		if l.organizations(c, c.From, c.To) {
			l.merge(c)
		}
	case LeadRule:
		l.Present.Rules.Leads = graph.LeadRule(c.To)
	case SupportRule:
		l.Present.Rules.Support = graph.SupportRule(c.To)
	case WithoutTask:
		if l.task(c, c.Task) {
			l.Tasks = append(l.Tasks, c.Task)
		}
	case WithoutHandoff:
		l.withoutHandoff(c)
	case WithoutBranch:
		l.withoutBranch(c)
	}
}

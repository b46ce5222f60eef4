package grounds

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/inference"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Short says in a line what the figures about flows rest on: how many handoffs are inferred,
// and whether counts of what stops flows are lower bounds.
func Short(p messages.Printer, r findings.Review) document.Phrase {
	if r.Totals.Flows == 0 {
		return nil
	}
	said := p.Say("{1} of {2} handoffs, counted in each flow, are inferred.", r.Inference.Inferred, r.Inference.Handoffs)
	if r.Inference.Inferred == 0 {
		said = p.Say("No handoff is inferred.")
	}
	if forks := forksOf(r); forks > 0 {
		said = p.Sentences(said, p.Many(forks, "At {1} fork nobody declared whether all handoffs are needed: counts of what stops flows are lower bounds.",
			"At {1} forks nobody declared whether all handoffs are needed: counts of what stops flows are lower bounds."))
	}
	return said
}

// forksOf counts the forks of which nobody declared whether all handoffs are needed.
func forksOf(r findings.Review) int {
	n := 0
	for _, x := range r.Inference.Flows {
		n += len(x.Undeclared)
	}
	return n
}

// Flows says what the figures about flows rest on: inferred handoffs,
// forks that nobody declared, and which start is looked at.
func Flows(p messages.Printer, r findings.Review) []document.Block {
	var said []document.Phrase
	for _, x := range []document.Phrase{inferred(p, r.Inference), undeclaredForks(p, r), severalStarts(p, r)} {
		if len(x) > 0 {
			said = append(said, x)
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []document.Block{{Items: said}}
}

func inferred(p messages.Printer, in inference.Inference) document.Phrase {
	if in.Inferred == 0 {
		return nil
	}
	stopped := 0
	for _, x := range in.Flows {
		if x.Now.Works && !x.Stated.Works {
			stopped++
		}
	}
	said := p.Many(in.Inferred, "{1} of {2} handoffs, counted in each flow, is inferred: no words of the source tie its tasks together.",
		"{1} of {2} handoffs, counted in each flow, are inferred: no words of the source tie their tasks together.", in.Handoffs)
	if stopped == 0 {
		return p.Sentences(said, p.Say("Without the inferred handoffs every flow still has a way."))
	}
	return p.Sentences(said, p.Many(stopped, "Without the inferred handoffs {1} of {2} flows has no way.", "Without the inferred handoffs {1} of {2} flows have no way.", len(in.Flows)))
}

func undeclaredForks(p messages.Printer, r findings.Review) document.Phrase {
	forks, tasks, organizations, unknown := forksOf(r), 0, 0, 0
	for _, x := range r.Inference.Flows {
		switch all := x.AllNeeded; {
		case all != nil:
			tasks += len(all.Tasks) - len(x.Now.Tasks)
			organizations += len(all.Organizations) - len(x.Now.Organizations)
		case len(x.Undeclared) > 0:
			unknown++
		}
	}
	if forks == 0 {
		return nil
	}
	said := p.Sentences(
		p.Many(forks, "At {1} fork nothing says whether one handoff is enough or all are needed. One is taken to be enough, so the counts of single points of failure are lower bounds.",
			"At {1} forks nothing says whether one handoff is enough or all are needed. One is taken to be enough, so the counts of single points of failure are lower bounds."),
		p.Say("If all were needed, more would stop a flow than is counted, flow by flow: tasks {1}, organizations {2}.", tasks, organizations))
	if unknown > 0 {
		said = p.Sentences(said, p.Many(unknown, "Not counted is {1} flow in which they cannot all be needed.", "Not counted are {1} flows in which they cannot all be needed."))
	}
	return said
}

func severalStarts(p messages.Printer, r findings.Review) document.Phrase {
	flows, tasks, organizations := 0, 0, 0
	for _, s := range r.FlowSPOFs {
		if e := s.EveryStart; e != nil {
			flows++
			tasks += missingFrom(e.Tasks, s.Tasks)
			var stops []string
			for _, o := range s.Organizations {
				stops = append(stops, o.Organization)
			}
			organizations += missingFrom(e.Organizations, stops)
		}
	}
	if flows == 0 {
		return nil
	}
	return p.Sentences(
		p.Many(flows, "{1} flow has several starts: it counts as stopped when no start is left.", "{1} flows have several starts: one counts as stopped when no start is left."),
		p.Say("For work from every start to go on, more is needed than is counted, flow by flow: tasks {1}, organizations {2}.", tasks, organizations))
}

// missingFrom returns how many of some IDs others do not have.
func missingFrom(ids, others []string) int {
	n := 0
	for _, id := range ids {
		if !slices.Contains(others, id) {
			n++
		}
	}
	return n
}

package fix

import (
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/consequence"
	"tasuki/analysis/inference"
	"tasuki/analysis/loss"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Changes returns the marks as changes to the dataset.
func (f Fix) Changes() []overlay.Change {
	list := []overlay.Change{}
	for _, m := range f.Marks {
		list = append(list, m.Change())
	}
	return list
}

// check asks the other analyses about the dataset with the marks.
func (f *Fix) check(g *graph.Graph, o rules.Options, p *problem) error {
	laid, err := overlay.Apply(g.Dataset(), f.Changes())
	if err != nil {
		return err
	}
	after, err := graph.New(laid.Dataset)
	if err != nil {
		return err
	}
	f.Checked = Checked{Stops: []Stop{}, Before: consequence.MeasuresOf(g, o), After: consequence.MeasuresOf(after, o), Grounds: []Ground{}}
	if len(p.flows) == 0 {
		return nil
	}
	sure := certainty.CertaintiesOf(after, o)
	for i, x := range inference.Of(after, o).Flows {
		if !slices.Contains(f.Target.Flows, x.Flow) {
			continue
		}
		ground := Ground{Flow: x.Flow, Marks: sure.FlowSPOFs[i].Certainty, Handoffs: x.Handoffs, Inferred: x.Inferred, Forks: x.Undeclared}
		ground.Stated = FlowStanding{x.Stated.Works, x.Stated.Organizations}
		if x.AllNeeded != nil {
			ground.AllNeeded = &FlowStanding{x.AllNeeded.Works, x.AllNeeded.Organizations}
		}
		f.Checked.Grounds = append(f.Checked.Grounds, ground)
		if len(x.Now.Organizations) > 0 {
			f.Checked.Stops = append(f.Checked.Stops, Stop{x.Flow, x.Now.Organizations})
		}
	}
	return nil
}

// otherwise fills in what it takes under other rules.
func (f *Fix) otherwise(g *graph.Graph, o rules.Options, a aim, now *problem, marks []mark) {
	list := rules.Undeclared(g, o)
	if len(f.Helps) == 0 && len(f.Stops) > 0 {
		for _, r := range []rules.Rules{{Leads: graph.AnyLead, Support: graph.NoSupport}, {Leads: graph.EachLead, Support: graph.Fallback}} {
			if !slices.Contains(list, r) {
				list = append(list, r)
			}
		}
	}
	for _, r := range list {
		p := newProblem(g, r, a.flows, a.limit)
		x := Under{Rules: r, Stopped: len(p.spare())}
		if f.Share == nil || f.Share.Possible {
			if s := p.solve(); s.found {
				size := loss.Between(s.least, len(s.marks))
				x.Size = &size
			}
		}
		x.Holds = f.Reached && len(now.exempt) == 0 && p.reached(marks)
		f.Otherwise = append(f.Otherwise, x)
	}
}

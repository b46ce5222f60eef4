package flags

import (
	"errors"

	"github.com/spf13/cobra"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/usage"
)

// Options are the flags that change what an analysis assumes.
type Options struct {
	leads, support flagvalue.Choice
	timing         flagvalue.Timing
	weights        flagvalue.Weights
	rules.Options
}

// RegisterRules adds the flags of the rules alone, and leaves the others at their
// defaults.
func (f *Options) RegisterRules(cmd *cobra.Command) {
	f.leads.Register(cmd.Flags(), "leads", "when a task with several leads is lost", "declared", string(graph.AnyLead), string(graph.EachLead))
	f.support.Register(cmd.Flags(), "support", "whether a supporter stands in for a lost lead", "declared", string(graph.Fallback), string(graph.NoSupport))
	f.LeadLimit, f.Supporters, f.Paths = 30, 4, 3
}

// Register adds all of them.
func (f *Options) Register(cmd *cobra.Command) {
	f.RegisterRules(cmd)
	cmd.Flags().Float64Var(&f.LeadLimit, "lead-limit", f.LeadLimit, "the share of led tasks, in `PERCENT`, above which an organization leads too much")
	cmd.Flags().IntVar(&f.Supporters, "supporters", f.Supporters, "the `NUMBER` of supporters above which a task has too many")
	cmd.Flags().Var(&f.timing, "timing-weights", "how often tasks of a timing are done in a year; those not named are not known (default daily=365,monthly=12,yearly=1)")
	cmd.Flags().IntVar(&f.LossNodes, "loss-nodes", 0, "the `NUMBER` of steps that each search for the worst loss may take when more than 20 organizations have work; 0: by the size of the dataset")
	cmd.Flags().Float64Var(&f.BetweennessError, "betweenness-error", 0, "estimate the betweenness of tasks, with at most this `ERROR` of the normalized value, from 0.001 to 1; 0: exactly, which takes minutes from some 100,000 tasks on")
	f.weights.Register(cmd.Flags())
	cmd.Flags().IntVar(&f.Paths, "paths", f.Paths, "the `NUMBER` of escalation paths from each start")
}

// Read returns what the flags say, or all faults in them.
func (f *Options) Read() (rules.Options, error) {
	o := f.Options
	o.TimingWeights = f.timing.Weights
	if f.leads.Word != "declared" {
		o.Leads = graph.LeadRule(f.leads.Word)
	}
	if f.support.Word != "declared" {
		o.Support = graph.SupportRule(f.support.Word)
	}
	if err := f.weights.Apply(&o.Criticality); err != nil {
		return o, usage.Of(err)
	}
	return o, checkNumbers(o)
}

// checkNumbers reports all numbers that are out of their range.
func checkNumbers(o rules.Options) error {
	var faults []error
	for _, n := range []struct {
		flag, bounds string
		value        any
		ok           bool
	}{
		{"lead-limit", "above 0 and at most 100", o.LeadLimit, o.LeadLimit > 0 && o.LeadLimit <= 100},
		{"supporters", "at least 1", o.Supporters, o.Supporters >= 1},
		{"paths", "from 1 to 100", o.Paths, 1 <= o.Paths && o.Paths <= 100},
		{"loss-nodes", "at least 0", o.LossNodes, o.LossNodes >= 0},
		{"betweenness-error", "0, or from 0.001 to 1", o.BetweennessError, o.BetweennessError == 0 || 0.001 <= o.BetweennessError && o.BetweennessError <= 1},
	} {
		if !n.ok {
			faults = append(faults, said.Errorf("--%s must be %s, not %v", n.flag, n.bounds, n.value))
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return usage.Of(errors.Join(faults...))
}

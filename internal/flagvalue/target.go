package flagvalue

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"tasuki/analysis/fix"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// Target is what flags ask a fix to reach.
type Target struct {
	flows  []string
	atMost percent
}

// Register adds the flags of a target to others.
func (t *Target) Register(flags *pflag.FlagSet) {
	flags.StringSliceVar(&t.flows, "flow", nil, "the `ID` of a flow that no single organization is to stop (default every flow, unless --at-most is given)")
	flags.Var(&t.atMost, "at-most", "the share of the led tasks, in `PERCENT`, that each organization may lead at most")
}

// Of returns the target for a dataset. The error names every flow that does not exist, with
// those that are most like it.
func (t *Target) Of(g *graph.Graph) (fix.Target, error) {
	var ids []string
	for _, f := range g.Flows() {
		ids = append(ids, f.ID)
	}
	target := fix.Target{AtMost: t.atMost.value}
	var faults []error
	for _, id := range t.flows {
		switch {
		case slices.Contains(ids, id):
			target.Flows = append(target.Flows, id)
		case len(ids) == 0:
			faults = append(faults, said.Errorf("--flow %s: no flow is declared; declare one", id))
		default:
			near := likeness.Order(id, slices.Clone(ids))
			faults = append(faults, said.Errorf("--flow %s: no flow is called so; use the nearest of %d, %s, or another", id, len(ids), strings.Join(near[:min(3, len(near))], ", ")))
		}
	}
	if len(t.flows) == 0 && target.AtMost == nil {
		if target.Flows = ids; len(ids) == 0 {
			faults = append(faults, said.New("no flow is declared that nobody should stop; declare one, or give --at-most"))
		}
	}
	slices.SortFunc(target.Flows, graph.Compare)
	target.Flows = slices.Compact(target.Flows)
	return target, errors.Join(faults...)
}

// percent is a number above 0 and at most 100, with or without its sign.
type percent struct{ value *float64 }

// String returns the number, or nothing.
func (p *percent) String() string {
	if p.value == nil {
		return ""
	}
	return strconv.FormatFloat(*p.value, 'g', -1, 64)
}

// Type says in the help what the flag takes.
func (p *percent) Type() string { return "PERCENT" }

// Set reads the number.
func (p *percent) Set(text string) error {
	x, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
	if err != nil || !(x >= 0.01 && x <= 100) {
		return said.Errorf("%q is not a percentage from 0.01 to 100; write such as 40%%", text)
	}
	p.value = &x
	return nil
}

// WhatIf returns the command that shows what follows from changes under the rules of
// options, for a POSIX shell.
func WhatIf(dataset string, o rules.Options, changes []overlay.Change) string {
	words := []string{"tasuki whatif", ShellWord(dataset)}
	if o.Leads != "" {
		words = append(words, "--leads", string(o.Leads))
	}
	if o.Support != "" {
		words = append(words, "--support", string(o.Support))
	}
	for _, c := range changes {
		words = append(words, "--"+string(c.Kind), ShellWord(strings.TrimPrefix(c.String(), string(c.Kind)+"=")))
	}
	return strings.Join(words, " ")
}

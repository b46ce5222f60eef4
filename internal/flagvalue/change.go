package flagvalue

import (
	"strings"

	"github.com/spf13/pflag"

	"tasuki/analysis/overlay"
)

// Changes are the changes that flags ask for, in the order of the flags. Each flag has the
// name of a kind of change, and takes what stands behind it in the text of one.
type Changes struct{ List []overlay.Change }

// Register adds a flag for each kind of change to others.
func (c *Changes) Register(flags *pflag.FlagSet) {
	c.RegisterAmong(flags)
	add := func(k overlay.Kind) *ofKind { return &ofKind{k, c} }
	flags.Var(add(overlay.LeadRule), string(overlay.LeadRule), "`RULE`: one of several leads suffices (any), or each is needed (each)")
	flags.Var(add(overlay.SupportRule), string(overlay.SupportRule), "`RULE`: a supporter stands in for a lost lead (fallback), or does not (none)")
}

// RegisterAmong adds a flag for each kind of change but the rules to others, which have
// flags for these; --without stays theirs, too, where they have it.
func (c *Changes) RegisterAmong(flags *pflag.FlagSet) {
	add := func(k overlay.Kind) *ofKind { return &ofKind{k, c} }
	if flags.Lookup(string(overlay.Without)) == nil {
		flags.Var(add(overlay.Without), string(overlay.Without), "the `ID` of an organization that is missing")
	}
	flags.Var(add(overlay.Lead), string(overlay.Lead), "`TASK=FROM:TO`: the lead moves; TASK=TO: TO leads the task, too")
	flags.Var(add(overlay.Supporter), string(overlay.Supporter), "`TASK=ID`: the organization supports the task, too")
	flags.Var(add(overlay.Merge), string(overlay.Merge), "`FROM:TO`: the first organization becomes a part of the second")
	flags.Var(add(overlay.WithoutTask), string(overlay.WithoutTask), "the `ID` of a task that is not done")
	flags.Var(add(overlay.WithoutHandoff), string(overlay.WithoutHandoff), "`FROM:TO`: no handoff from the first task to the second is made")
	flags.Var(add(overlay.WithoutBranch), string(overlay.WithoutBranch), "`TASK=BRANCH`: what leaves the task on this branch is not handed on, and not needed")
}

// ofKind is the flag of a kind of change.
type ofKind struct {
	kind overlay.Kind
	all  *Changes
}

// String returns nothing: no change is the default.
func (f *ofKind) String() string { return "" }

// Type says in the help what the flag takes.
func (f *ofKind) Type() string { return "CHANGE" }

// Set reads changes of one kind, with commas between them.
func (f *ofKind) Set(text string) error {
	for part := range strings.SplitSeq(text, ",") {
		c, err := overlay.Parse(string(f.kind) + "=" + part)
		if err != nil {
			return err
		}
		f.all.List = append(f.all.List, c)
	}
	return nil
}

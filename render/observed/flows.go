package observed

import (
	"cmp"
	"slices"

	"tasuki/analysis/observe"
	"tasuki/render/document"
)

// mostDeviating is of how many flows a terminal shows how cases deviate: of those that the
// most cases do not follow.
const mostDeviating = 2

// flows says in how many cases each flow ran as declared, and how the others deviate.
func (t *teller) flows() []document.Block {
	x := t.Observed
	if len(x.Flows) == 0 {
		return []document.Block{{Text: t.Say("No flow is declared.")}}
	}
	blocks := table(t, t.Say("Cases of each flow"), x.Flows, func(f observe.FlowResult) []document.Cell {
		return []document.Cell{{Text: t.FlowName(f.Flow)}, whole(f.Cases), whole(f.Started), whole(f.Reached), {Text: t.share(f.Explained)}, whole(f.Looped), whole(f.Unfinished)}
	}, t.Left("Flow"), t.Right("Cases"), t.Right("Started"), t.Right("Reached a goal"), t.Right("Explained by a solution"), t.Right("Of these, with loops"), t.Right("Perhaps still running"))
	deviating := slices.DeleteFunc(slices.Clone(x.Flows), func(f observe.FlowResult) bool { return len(f.Deviations) == 0 })
	deviating = sorted(deviating, func(a, b observe.FlowResult) int {
		return cmp.Compare(b.Started-b.Explained.Part, a.Started-a.Explained.Part)
	})
	listed := len(deviating)
	if t.most > 0 {
		listed = min(listed, mostDeviating)
	}
	for _, f := range deviating[:listed] {
		blocks = append(blocks, t.deviations(f)...)
	}
	if more := len(deviating) - listed; more > 0 {
		blocks = append(blocks, document.Block{Note: t.Many(more, "{1} more flow has deviations; they stand in JSON and CSV.", "{1} more flows have deviations; they stand in JSON and CSV.")})
	}
	if a := x.Footprints.Agreement; a.Whole > 0 {
		blocks = append(blocks, document.Block{Text: t.Say("Of the pairs of tasks that directly follow each other in the log or by the handoffs, {1} do so in the same order in both.", t.share(a))})
	}
	return blocks
}

// deviations lists what keeps cases from being explained.
func (t *teller) deviations(f observe.FlowResult) []document.Block {
	return table(t, t.Say("{1}: how cases deviate ({2})", t.FlowName(f.Flow), len(f.Deviations)), f.Deviations, func(d observe.Deviation) []document.Cell {
		return []document.Cell{{Text: t.Deviation(d)}, whole(d.Cases), t.examples(d.Examples)}
	}, t.Wide("Deviation"), t.Right("Cases"), t.Left("Example cases"))
}

// Deviation says how cases deviate from a flow.
func (t *teller) Deviation(d observe.Deviation) document.Phrase {
	from, to := t.TaskID(d.From), t.TaskID(d.To)
	switch d.Kind {
	case observe.NotStarted:
		return t.Say("work begins at {1}, which is no start", to)
	case observe.Missing:
		switch {
		case d.To != "" && d.Branch != "":
			return t.Say("{1} is done, and {2} of branch {3} is missing", from, to, d.Branch)
		case d.To != "":
			return t.Say("{1} is done, and {2} is missing", from, to)
		case d.Branch != "":
			return t.Say("{1} is done, and all of branch {2} is missing", from, d.Branch)
		}
		return t.Say("{1} is done, and all that it hands on to is missing", from)
	case observe.OutOfOrder:
		return t.Say("{1} comes before {2}, which hands on to it", to, from)
	case observe.Both:
		return t.Say("{1} comes beside another alternative", to)
	}
	after := t.Say("at the beginning")
	if d.From != "" {
		after = t.Say("behind {1}", from)
	}
	if d.Kind == observe.Repeated {
		return t.Say("{1} comes again, {2}, though nothing was handed on to it", to, after)
	}
	return t.Say("{1} comes {2}, though no task of the case hands on to it", to, after)
}

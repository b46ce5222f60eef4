package observed

import (
	"cmp"
	"slices"
	"strconv"

	"tasuki/analysis/observe"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// bySeen returns the declared pairs that were seen, the most often seen first, and the
// others, those that the most cases could have shown first.
func bySeen(list []observe.Declared) (seen, unseen []observe.Declared) {
	for _, d := range list {
		if d.Count > 0 {
			seen = append(seen, d)
		} else {
			unseen = append(unseen, d)
		}
	}
	seen = sorted(seen, func(a, b observe.Declared) int { return cmp.Compare(b.Count, a.Count) })
	unseen = sorted(unseen, func(a, b observe.Declared) int { return cmp.Compare(b.FromCases, a.FromCases) })
	return seen, unseen
}

// handoffs says which declared handoffs were seen and which were not, what was seen besides,
// and how well both fit.
func (t *teller) handoffs() []document.Block {
	h := t.Observed.Handoffs
	if len(h.Declared)+len(h.Undeclared) == 0 {
		return []document.Block{{Text: t.Say("No handoff is declared, and none was seen.")}}
	}
	seen, unseen := bySeen(h.Declared)
	blocks := []document.Block{
		{Text: t.Say("Declared and seen: {1}; declared, not seen: {2}; seen, not declared: {3}.", len(seen), len(unseen), len(h.Undeclared))},
		{Text: t.Say("Of the pairs of tasks that were seen, {1} are declared (precision); of the declared pairs, {2} were seen (recall), of those whose first task a case reached, {3}.",
			t.share(h.PairPrecision), t.share(h.PairRecall), t.share(h.ReachedRecall))},
		{Text: t.Say("By count: of the handoffs that were seen, {1} are declared; of the times that a branch had work to hand on, it was seen {2}.", t.share(h.CountPrecision), t.share(h.CountRecall))},
	}
	blocks = append(blocks, t.handoffTables(h)...)
	if h.Repeats > 0 {
		blocks = append(blocks, document.Block{Note: t.Many(h.Repeats, "{1} event directly follows one of the same task, which is no handoff.", "{1} events directly follow one of the same task, which is no handoff.")})
	}
	return blocks
}

// handoffTables lists handoffs that were seen, that were not, and that are not declared.
func (t *teller) handoffTables(h observe.Handoffs) (blocks []document.Block) {
	seen, unseen := bySeen(h.Declared)
	if len(seen) > 0 {
		blocks = append(blocks, t.seenTable(seen)...)
	}
	if len(unseen) > 0 {
		blocks = append(blocks, table(t, t.Say("Declared, not seen ({1})", len(unseen)), unseen, func(d observe.Declared) []document.Cell {
			return []document.Cell{t.way(d.From, d.To), {Text: t.declaredIn(d)}, whole(d.FromCases)}
		}, t.Left("Handoff"), t.Left("Flow"), t.Right("Cases that reached its start"))...)
		blocks = append(blocks, document.Block{Note: t.Say("What was not seen is not wrong: telephones leave no log.")})
	}
	if len(h.Undeclared) > 0 {
		blocks = append(blocks, table(t, t.Say("Seen, not declared ({1})", len(h.Undeclared)), h.Undeclared, func(u observe.Undeclared) []document.Cell {
			return []document.Cell{t.way(u.From, u.To), whole(u.Count), whole(u.Cases), document.Text(t.time(u.First)), document.Text(t.time(u.Last)), t.examples(u.Examples)}
		}, t.Left("Handoff"), t.Right("Seen"), t.Right("Cases"), t.Left("First"), t.Left("Last"), t.Left("Example cases"))...)
	}
	return blocks
}

// seenTable lists declared pairs with how often they were seen and how long work waited.
func (t *teller) seenTable(seen []observe.Declared) []document.Block {
	blocks := table(t, t.Say("Declared and seen ({1}), with minutes from event to event", len(seen)), seen, func(d observe.Declared) []document.Cell {
		return []document.Cell{t.way(d.From, d.To), whole(d.Count), whole(d.Cases), document.Text(minutes(d.Wait.P50)), document.Text(minutes(d.Wait.P90)), document.Text(declaredMinutes(d)), whole(d.Wait.Measured)}
	}, t.Left("Handoff"), t.Right("Seen"), t.Right("Cases"), t.Right("P50"), t.Right("P90"), t.Right("Declared"), t.Right("Measured"))
	notes := []document.Phrase{t.Say("Half of the measured waits are no longer than P50, nine tenths no longer than P90. They hold the work on the second task where the log has its end.")}
	zero, negative, days, inexact := 0, 0, 0, false
	for _, d := range seen {
		zero, negative, days = zero+d.Wait.Zero, negative+d.Wait.Negative, days+d.Wait.WholeDays
		inexact = inexact || !d.Wait.Exact && d.Wait.Measured > 0
	}
	if zero+negative > 0 {
		notes = append(notes, t.Say("Not measured: {1} with both events at one time, {2} with the second before the first.", zero, negative))
	}
	if days > 0 {
		notes = append(notes, t.Many(days, "{1} wait is a multiple of 24 hours, as where a log has dates alone.", "{1} waits are multiples of 24 hours, as where a log has dates alone."))
	}
	if inexact {
		notes = append(notes, t.Say("Of more than {1} waits, P50 and P90 are off by {2} at most.", observe.ExactWaits, messages.Percentage(100*observe.WaitError)))
	}
	return append(blocks, document.Block{Note: t.Sentences(notes...)})
}

// declaredMinutes are the minutes that are declared for a pair, from the least to the most
// where declarations differ.
func declaredMinutes(d observe.Declared) string {
	var all []int
	for _, x := range d.Declarations {
		if x.Minutes != nil {
			all = append(all, *x.Minutes)
		}
	}
	if len(all) == 0 {
		return messages.Unknown
	}
	low, high := slices.Min(all), slices.Max(all)
	if low == high {
		return messages.Whole(low)
	}
	return strconv.Itoa(low) + "–" + strconv.Itoa(high)
}

// declaredIn names the flows in which a pair is declared.
func (t *teller) declaredIn(d observe.Declared) document.Phrase {
	var flows []string
	for _, x := range d.Declarations {
		flows = append(flows, x.Flow)
	}
	return t.List(messages.Each(slices.Compact(flows), func(id string) document.Phrase {
		if id == "" {
			return t.Say("of no flow")
		}
		return t.FlowName(id)
	}))
}

package render

import (
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/placement"
)

// topChecks is how many marks to check are shown at once.
const topChecks = 7

// checks lists the marks that are most worth checking with the issuer, and
// folds those on which less hangs.
func (p reporter) checks(c certainty.Certainties) []block {
	list := c.Checks
	n := len(list)
	if at := slices.IndexFunc(list, func(c certainty.MarkCheck) bool { return !hangs(c) }); at >= 0 {
		n = at
	}
	looked := p.lookedAtAll(c, list[n:])
	switch {
	case n == 0 && looked:
		return []block{{Text: p.say("No conclusion hangs on any of them.")}}
	case n == 0:
		return []block{{Text: p.say("No conclusion was found to hang on any of them, but not every reading was looked at.")}}
	}
	blocks := []block{
		{Head: p.say("Marks most worth checking with the issuer")},
		{Text: p.say("First the marks that change most conclusions with as little other help as possible, then those whose answer settles most doubt. Doubt is 0 when every reading gives the same answer, and at most 50 points for one conclusion; a mark that hangs on several can settle more.")},
		{Table: p.checkTable(p.plain("The marks to check first"), list[:min(n, topChecks)])},
	}
	if n > topChecks {
		blocks = append(blocks, block{Group: &group{
			Title: p.many(n-topChecks, "{1} more mark on which a conclusion hangs", "{1} more marks on which a conclusion hangs"), Folded: true,
			Blocks: []block{{Table: p.checkTable(p.plain("Marks to check next"), list[topChecks:n])}},
		}})
	}
	switch {
	case n == len(list):
		return blocks
	case looked:
		return append(blocks, block{Note: p.say("On the other {1} of {2} uncertain marks no conclusion above hangs.", len(list)-n, len(list))})
	}
	return append(blocks, block{Note: p.say("On the other {1} of {2} uncertain marks no conclusion above was found to hang, but not every reading was looked at.", len(list)-n, len(list))})
}

// lookedAtAll reports whether every reading was looked at in finding that no
// conclusion hangs on some marks.
func (p reporter) lookedAtAll(c certainty.Certainties, on []certainty.MarkCheck) bool {
	return !slices.ContainsFunc(p.titledConclusions(c), func(x titled) bool { return x.Certainty == placement.NotComputed }) &&
		!slices.ContainsFunc(on, func(m certainty.MarkCheck) bool { return !m.Exact })
}

// hangs reports whether any conclusion hangs on a mark.
func hangs(c certainty.MarkCheck) bool {
	return len(c.Smallest) > 0 || len(c.Pivotal) > 0 || c.Doubt > 0
}

func (p reporter) checkTable(caption string, list []certainty.MarkCheck) *table {
	t := &table{
		Caption: caption,
		Columns: []column{p.left("Task"), p.left("Place"), p.left("Role"), p.left("As read"), p.left("May belong to"), p.wide("What changes with it"), p.right("Doubt it settles, points")},
	}
	for _, c := range list {
		doubt := tenths(c.Doubt)
		if c.Doubt > 0 && c.Doubt < 0.05 {
			doubt = p.plain("less than {1}", tenths(0.1))
		}
		if !c.Exact {
			doubt = p.plain("about {1}", doubt)
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.task(c.Task)}, text(place(c.Source)), text(p.plain(string(c.Role))),
			{Text: p.organization(c.Organization)}, {Text: p.organizationList(c.Alternatives)},
			{Text: p.hanging(c)}, text(doubt),
		}})
	}
	return t
}

// hanging names the conclusions that hang on a mark.
func (p reporter) hanging(c certainty.MarkCheck) phrase {
	var alone, together, said []phrase
	for _, t := range c.Pivotal {
		alone = append(alone, p.topic(t))
	}
	for _, t := range c.Smallest {
		if !slices.Contains(c.Pivotal, t) {
			together = append(together, p.topic(t))
		}
	}
	if alone != nil {
		said = append(said, p.say("by itself: {1}", p.list(alone)))
	}
	if together != nil {
		said = append(said, p.say("with others: {1}", p.list(together)))
	}
	switch {
	case said == nil && c.Exact:
		return p.say("nothing by itself: only along with several other marks")
	case said == nil:
		return p.say("nothing by itself: perhaps along with other marks")
	}
	return p.joined("; ", "；", said)
}

// topic names a conclusion.
func (p reporter) topic(t certainty.Topic) phrase {
	switch t.Kind {
	case certainty.TopicFirst:
		return p.say("who has most lead marks")
	case certainty.TopicSecond:
		return p.say("who has second most")
	case certainty.TopicBand:
		return p.say("the band of the HHI ({1})", t.ID)
	case certainty.TopicFlow:
		return p.say("without whom {1} stops", p.flow(t.ID))
	case certainty.TopicFlows:
		return p.say("without whom some flow stops")
	}
	return words(string(t.Kind))
}

package section

import (
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/placement"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// topChecks is how many marks to check are shown at once.
const topChecks = 4

// checks lists the marks that are most worth checking with the issuer, and
// folds those on which less hangs.
func checks(p messages.Printer, c certainty.Certainties) []document.Block {
	list := c.Checks
	n := len(list)
	if at := slices.IndexFunc(list, func(c certainty.MarkCheck) bool { return !hangs(c) }); at >= 0 {
		n = at
	}
	looked := lookedAtAll(p, c, list[n:])
	switch {
	case n == 0 && looked:
		return []document.Block{{Text: p.Say("No conclusion hangs on any of them.")}}
	case n == 0:
		return []document.Block{{Text: p.Say("No conclusion was found to hang on any of them, but not every reading was looked at.")}}
	}
	blocks := []document.Block{
		{Table: checkTable(p, p.Plain("Marks most worth checking with the issuer"), list[:min(n, topChecks)])},
		{Note: p.Say("First the marks that change most conclusions with as little other help as possible, then those whose answer settles most doubt. Doubt is 0 when every reading gives the same answer, and at most 50 points for one conclusion; a mark that hangs on several can settle more.")},
	}
	if n > topChecks {
		blocks = append(blocks, document.Block{Group: &document.Group{
			Title: p.Many(n-topChecks, "{1} more mark on which a conclusion hangs", "{1} more marks on which a conclusion hangs"), Folded: true,
			Blocks: []document.Block{{Table: checkTable(p, p.Plain("Marks to check next"), list[topChecks:n])}},
		}})
	}
	switch {
	case n == len(list):
		return blocks
	case looked:
		return append(blocks, document.Block{Note: p.Say("On the other {1} of {2} uncertain marks no conclusion above hangs.", len(list)-n, len(list))})
	}
	return append(blocks, document.Block{Note: p.Say("On the other {1} of {2} uncertain marks no conclusion above was found to hang, but not every reading was looked at.", len(list)-n, len(list))})
}

// lookedAtAll reports whether every reading was looked at in finding that no
// conclusion hangs on some marks.
func lookedAtAll(p messages.Printer, c certainty.Certainties, on []certainty.MarkCheck) bool {
	return !slices.ContainsFunc(titledConclusions(p, c), func(x titled) bool { return x.Certainty == placement.NotComputed }) &&
		!slices.ContainsFunc(on, func(m certainty.MarkCheck) bool { return !m.Exact })
}

// hangs reports whether any conclusion hangs on a mark.
func hangs(c certainty.MarkCheck) bool {
	return len(c.Smallest) > 0 || len(c.Pivotal) > 0 || c.Doubt > 0
}

func checkTable(p messages.Printer, caption string, list []certainty.MarkCheck) *document.Table {
	t := &document.Table{
		Caption: caption,
		Columns: []document.Column{p.Left("Task"), p.Left("Place"), p.Left("Role"), p.Left("As read"), p.Left("May belong to"), p.Wide("What changes with it"), p.Right("Doubt it settles, points")},
	}
	for _, c := range list {
		doubt := messages.Tenths(c.Doubt)
		if c.Doubt > 0 && c.Doubt < 0.05 {
			doubt = p.Plain("less than {1}", messages.Tenths(0.1))
		}
		if !c.Exact {
			doubt = p.Plain("about {1}", doubt)
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Task(c.Task)}, document.Text(Place(c.Source)), document.Text(p.Plain(string(c.Role))),
			{Text: p.Organization(c.Organization)}, {Text: p.OrganizationList(c.Alternatives)},
			{Text: hanging(p, c)}, document.Text(doubt),
		}})
	}
	return t
}

// hanging names the conclusions that hang on a mark.
func hanging(p messages.Printer, c certainty.MarkCheck) document.Phrase {
	var alone, together, said []document.Phrase
	for _, t := range c.Pivotal {
		alone = append(alone, topic(p, t))
	}
	for _, t := range c.Smallest {
		if !slices.Contains(c.Pivotal, t) {
			together = append(together, topic(p, t))
		}
	}
	if alone != nil {
		said = append(said, p.Say("by itself: {1}", p.List(alone)))
	}
	if together != nil {
		said = append(said, p.Say("with others: {1}", p.List(together)))
	}
	switch {
	case said == nil && c.Exact:
		return p.Say("nothing by itself: only along with several other marks")
	case said == nil:
		return p.Say("nothing by itself: perhaps along with other marks")
	}
	return joined(p.Plain("; "), said)
}

// topic names a conclusion.
func topic(p messages.Printer, t certainty.Topic) document.Phrase {
	switch t.Kind {
	case certainty.TopicFirst:
		return p.Say("who has most lead marks")
	case certainty.TopicSecond:
		return p.Say("who has second most")
	case certainty.TopicBand:
		return p.Say("the band of the HHI ({1})", t.ID)
	case certainty.TopicFlow:
		return p.Say("without whom {1} stops", p.Flow(t.ID))
	case certainty.TopicFlows:
		return p.Say("without whom some flow stops")
	}
	return document.Words(string(t.Kind))
}

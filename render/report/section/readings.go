package section

import (
	"cmp"
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/placement"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// readings says how many readings there are, and how they were counted.
func readings(p messages.Printer, c certainty.Certainties) document.Phrase {
	said := p.Say("Shares count readings, all alike; they are no probabilities.")
	if c.Readings != "" {
		said = p.Sentences(p.Say("Together they can be read in {1} ways.", catalogue.Grouped(c.Readings)), said)
	}
	if c.Sample != nil {
		said = p.Sentences(said, p.Say("What says “about” is an estimate from {1} readings drawn with a fixed seed, with its 95 % interval: all of them were too many to count.", c.Sample.Size))
	}
	return said
}

// shares says in sentences how sure each main conclusion is.
func shares(p messages.Printer, c certainty.Certainties) []document.Phrase {
	var said []document.Phrase
	for i, say := range []func(who document.Phrase) document.Phrase{
		func(who document.Phrase) document.Phrase { return p.Say("First by lead marks: {1}.", who) },
		func(who document.Phrase) document.Phrase { return p.Say("Second by lead marks: {1}.", who) },
		func(who document.Phrase) document.Phrase { return p.Say("Third by lead marks: {1}.", who) },
	} {
		if members := placed(c.Standings, i); len(members) > 0 {
			said = append(said, say(membersIn(p, members, nil)))
		}
	}
	if h := c.HHI; h != nil {
		said = append(said, indexOverReadings(p, *h))
	}
	if len(c.Bands) > 0 {
		said = append(said, p.Say("Antitrust limits of the HHI, a scale and no verdict: {1}.", bandShares(p, c.Bands)))
	}
	if c.Stops == nil {
		return said
	}
	assumed := func(f certainty.Conclusion) document.Phrase {
		return p.Assumed(c.Rules, stopsUnder(p, c, titled{otherwise: f.Otherwise}))
	}
	said = append(said, p.Sentences(p.Say("Without whom some flow has no way left: {1}.", membersIn(p, c.Stops.Members, c.Stops.Organizations)), assumed(*c.Stops)))
	same, open := 0, 0
	var flows []document.Phrase
	for _, f := range c.FlowSPOFs {
		if f.Certainty == placement.Holds {
			same++
			continue
		}
		if f.Certainty == placement.NotComputed {
			open++
		}
		unsure := slices.DeleteFunc(slices.Clone(f.Members), func(m certainty.Member) bool {
			return m.Readings != nil && m.Readings.All() && m.Readings.Exact && slices.Contains(f.Always, m.Organization)
		})
		flows = append(flows, p.Sentences(p.Say("{1}: no way is left without {2}.", p.Flow(f.Subject.ID), membersIn(p, unsure, f.Organizations)), assumed(f)))
	}
	return append(append(said, sameStops(p, c, same, open)), flows...)
}

// sameStops says for how many flows it is the same in all readings, under
// whatever rules may hold, without whom no way is left; open is for how many that
// was not computed.
func sameStops(p messages.Printer, c certainty.Certainties, same, open int) document.Phrase {
	flows := len(c.FlowSPOFs)
	switch {
	case open > 0:
		return p.Many(flows,
			"Without whom a flow has no way left was not computed for every reading for {3} of {1} flow, and is the same in all readings for {2}.",
			"Without whom a flow has no way left was not computed for every reading for {3} of {1} flows, and is the same in all readings for {2}.", same, open)
	case len(c.Undeclared) > 0:
		return p.Many(flows,
			"Without whom a flow has no way left is the same in all readings, under whatever rules may hold, for {2} of {1} flow.",
			"Without whom a flow has no way left is the same in all readings, under whatever rules may hold, for {2} of {1} flows.", same)
	}
	return p.Many(flows,
		"Without whom a flow has no way left is the same in all readings for {2} of {1} flow.",
		"Without whom a flow has no way left is the same in all readings for {2} of {1} flows.", same)
}

// indexOverReadings says where the index of all tasks lies over all readings.
func indexOverReadings(p messages.Printer, h placement.Range) document.Phrase {
	if h.Min == h.Max && h.Exact {
		return p.Say("The HHI of all tasks is {1} in every reading.", messages.Index(h.Value))
	}
	return p.Say("The HHI of all tasks is {1}, and lies between {2} and {3} over all readings{4}.",
		messages.Index(h.Value), messages.Index(h.Min), messages.Index(h.Max), bounds(p, h.Exact))
}

// placed returns who holds a place in some reading, most readings first.
func placed(list []certainty.Standing, place int) []certainty.Member {
	var members []certainty.Member
	for _, s := range list {
		share := []*placement.Proportion{s.First, s.Second, s.Third}[place]
		if share == nil || !share.None() {
			members = append(members, certainty.Member{Organization: s.Organization, Readings: share})
		}
	}
	return members
}

// membersIn lists organizations with the share of readings in which something is
// so of them, the largest first: those of all readings together. Of others than
// those of whom it is so as read, it says that.
func membersIn(p messages.Printer, list []certainty.Member, asRead []string) document.Phrase {
	if len(list) == 0 {
		return p.Say("nobody")
	}
	list = slices.Clone(list)
	percent := func(m certainty.Member) float64 {
		if m.Readings == nil {
			return -1
		}
		return m.Readings.Percent
	}
	slices.SortStableFunc(list, func(a, b certainty.Member) int { return cmp.Compare(percent(b), percent(a)) })
	var always []string
	var said []document.Phrase
	for _, m := range list {
		switch {
		case m.Readings != nil && m.Readings.Exact && m.Readings.All():
			always = append(always, m.Organization)
		case asRead == nil || slices.Contains(asRead, m.Organization):
			said = append(said, p.Say("{1} in {2}", p.Organization(m.Organization), portion(p, m.Readings)))
		default:
			said = append(said, p.Say("{1} in {2}, though not as read", p.Organization(m.Organization), portion(p, m.Readings)))
		}
	}
	if len(always) > 0 {
		said = append([]document.Phrase{p.Say("{1} in all readings", p.OrganizationList(always))}, said...)
	}
	return joined(p.Plain("; "), said)
}

// bandShares says in how many readings the index is at which level of each
// authority.
func bandShares(p messages.Printer, list []certainty.BandConclusion) document.Phrase {
	var said []document.Phrase
	for i, l := range concentration.AntitrustLimits() {
		var shares []document.Phrase
		for _, x := range list[i].Levels {
			shares = append(shares, p.Say("{1} in {2}", level(p, l, x.Level), portion(p, x.Readings)))
		}
		said = append(said, p.Say("{1}: {2}", AuthorityName(p, l.Authority), p.List(shares)))
	}
	return joined(p.Plain("; "), said)
}

// portion says in how many readings something is so.
func portion(p messages.Printer, x *placement.Proportion) string {
	switch {
	case x == nil:
		return messages.Unknown
	case !x.Exact:
		return p.Plain("about {1} ({2} to {3})", messages.Percentage(x.Percent), messages.Percentage(*x.Low), messages.Percentage(*x.High))
	case x.All():
		return p.Plain("all readings")
	case x.None():
		return p.Plain("no reading")
	case x.Percent > 99.95:
		return p.Plain("more than {1}", messages.Percentage(99.9))
	case x.Percent < 0.05:
		return p.Plain("less than {1}", messages.Percentage(0.1))
	}
	return p.Plain("{1} of readings", messages.Percentage(x.Percent))
}

// joined puts phrases one after the other.
func joined(separator string, list []document.Phrase) document.Phrase {
	var all document.Phrase
	for i, x := range list {
		if i > 0 {
			all = append(all, document.Piece{Text: separator})
		}
		all = append(all, x...)
	}
	return all
}

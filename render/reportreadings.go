package render

import (
	"cmp"
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/placement"
	"tasuki/graph"
)

// readings says how many readings there are, and how they were counted.
func (p reporter) readings(c certainty.Certainties) phrase {
	said := p.say("Shares count readings, all alike; they are no probabilities.")
	if c.Readings != "" {
		said = p.sentences(p.say("Together they can be read in {1} ways.", grouped(c.Readings)), said)
	}
	if c.Sample != nil {
		said = p.sentences(said, p.say("What says “about” is an estimate from {1} readings drawn with a fixed seed, with its 95 % interval: all of them were too many to count.", c.Sample.Size))
	}
	return said
}

// shares says in sentences how sure each main conclusion is.
func (p reporter) shares(c certainty.Certainties) []phrase {
	var said []phrase
	for i, say := range []func(who phrase) phrase{
		func(who phrase) phrase { return p.say("First by lead marks: {1}.", who) },
		func(who phrase) phrase { return p.say("Second by lead marks: {1}.", who) },
		func(who phrase) phrase { return p.say("Third by lead marks: {1}.", who) },
	} {
		if members := placed(c.Standings, i); len(members) > 0 {
			said = append(said, say(p.membersIn(members, nil)))
		}
	}
	if h := c.HHI; h != nil {
		said = append(said, p.indexOverReadings(*h))
	}
	if len(c.Bands) > 0 {
		said = append(said, p.say("Antitrust limits of the HHI, a scale and no verdict: {1}.", p.bandShares(c.Bands)))
	}
	if c.Stops == nil {
		return said
	}
	said = append(said, p.say("Without whom some flow has no way left: {1}.", p.membersIn(c.Stops.Members, c.Stops.Organizations)))
	same, open := 0, 0
	var flows []phrase
	for _, f := range c.FlowSPOFs {
		if f.Certainty == placement.Holds {
			same++
			continue
		}
		if f.Certainty == placement.NotComputed {
			open++
		}
		unsure := slices.DeleteFunc(slices.Clone(f.Members), func(m certainty.Member) bool { return m.Readings != nil && m.Readings.All() && m.Readings.Exact })
		flows = append(flows, p.say("{1}: no way is left without {2}.", p.flow(f.Subject.ID), p.membersIn(unsure, f.Organizations)))
	}
	return append(append(said, p.sameStops(len(c.FlowSPOFs), same, open)), flows...)
}

// sameStops says for how many flows it is the same in all readings without whom
// no way is left; open is for how many that was not computed.
func (p reporter) sameStops(flows, same, open int) phrase {
	if open > 0 {
		return p.many(flows,
			"Without whom a flow has no way left was not computed for every reading for {3} of {1} flow, and is the same in all readings for {2}.",
			"Without whom a flow has no way left was not computed for every reading for {3} of {1} flows, and is the same in all readings for {2}.", same, open)
	}
	return p.many(flows,
		"Without whom a flow has no way left is the same in all readings for {2} of {1} flow.",
		"Without whom a flow has no way left is the same in all readings for {2} of {1} flows.", same)
}

// indexOverReadings says where the index of all tasks lies over all readings.
func (p reporter) indexOverReadings(h placement.Range) phrase {
	if h.Min == h.Max && h.Exact {
		return p.say("The HHI of all tasks is {1} in every reading.", index(h.Value))
	}
	return p.say("The HHI of all tasks is {1}, and lies between {2} and {3} over all readings{4}.",
		index(h.Value), index(h.Min), index(h.Max), p.bounds(h.Exact))
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
func (p reporter) membersIn(list []certainty.Member, asRead []string) phrase {
	if len(list) == 0 {
		return p.say("nobody")
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
	var said []phrase
	for _, m := range list {
		switch {
		case m.Readings != nil && m.Readings.Exact && m.Readings.All():
			always = append(always, m.Organization)
		case asRead == nil || slices.Contains(asRead, m.Organization):
			said = append(said, p.say("{1} in {2}", p.organization(m.Organization), p.portion(m.Readings)))
		default:
			said = append(said, p.say("{1} in {2}, though not as read", p.organization(m.Organization), p.portion(m.Readings)))
		}
	}
	if len(always) > 0 {
		said = append([]phrase{p.say("{1} in all readings", p.organizationList(always))}, said...)
	}
	return p.joined("; ", "；", said)
}

// bandShares says in how many readings the index is at which level of each
// authority.
func (p reporter) bandShares(list []certainty.BandConclusion) phrase {
	var said []phrase
	for i, l := range concentration.AntitrustLimits() {
		var shares []phrase
		for _, x := range list[i].Levels {
			shares = append(shares, p.say("{1} in {2}", p.level(l, x.Level), p.portion(x.Readings)))
		}
		said = append(said, p.say("{1}: {2}", l.Name.In(p.lang), p.list(shares)))
	}
	return p.joined("; ", "；", said)
}

// portion says in how many readings something is so.
func (p reporter) portion(x *placement.Proportion) string {
	switch {
	case x == nil:
		return unknown
	case !x.Exact:
		return p.plain("about {1} ({2} to {3})", percentage(x.Percent), percentage(*x.Low), percentage(*x.High))
	case x.All():
		return p.plain("all readings")
	case x.None():
		return p.plain("no reading")
	case x.Percent > 99.95:
		return p.plain("more than {1}", percentage(99.9))
	case x.Percent < 0.05:
		return p.plain("less than {1}", percentage(0.1))
	}
	return p.plain("{1} of readings", percentage(x.Percent))
}

// joined puts phrases one after the other.
func (p reporter) joined(english, japanese string, list []phrase) phrase {
	separator := english
	if p.lang == graph.Japanese {
		separator = japanese
	}
	var all phrase
	for i, x := range list {
		if i > 0 {
			all = append(all, piece{Text: separator})
		}
		all = append(all, x...)
	}
	return all
}

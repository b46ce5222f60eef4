package observed

import (
	"io"
	"strings"

	"tasuki/analysis/observe"
	"tasuki/analysis/socialnetwork"
	"tasuki/render/answer"
)

// CSV writes every figure of an observation, one a row: of which part it is, of what (a
// flow, task, organization, value or period), from what to what, its name and its value.
// The columns and figures have the same names in every language. Errors are those of w.
func CSV(w io.Writer, o Observation) error {
	a := answer.NewAnswer(w, answer.AnswerCSV)
	c := &figures{answer: a, err: a.Columns(strings.Fields("part subject from to figure value"))}
	c.log(o)
	c.handoffs(o.Observed.Handoffs)
	c.performers(o.Observed.Performers)
	c.flows(o.Observed.Flows)
	c.network(o.Observed.Network)
	c.social(o.Social.Performers)
	c.social(o.Social.Organizations)
	if c.err != nil {
		return c.err
	}
	return a.Close()
}

// figures are written until an error, which stays.
type figures struct {
	answer *answer.Answer
	err    error
}

// add writes a figure; nil is one that is not known.
func (c *figures) add(part, subject, from, to, figure string, value any) {
	switch x := value.(type) {
	case *float64:
		if value = nil; x != nil {
			value = *x
		}
	case *int64:
		if value = nil; x != nil {
			value = *x
		}
	case *int:
		if value = nil; x != nil {
			value = *x
		}
	}
	if c.err == nil {
		c.err = c.answer.Row([]any{part, subject, from, to, figure, value})
	}
}

func (c *figures) share(part, subject, figure string, s observe.Share) {
	c.add(part, subject, "", "", figure+"_part", s.Part)
	c.add(part, subject, "", "", figure+"_whole", s.Whole)
	c.add(part, subject, "", "", figure+"_percent", s.Percent)
}

func (c *figures) log(o Observation) {
	x := o.Observed.Log
	for _, f := range []struct {
		name  string
		value any
	}{
		{"rows", int(o.Account.Rows)}, {"events", x.Events}, {"cases", x.Cases}, {"mapped", x.Mapped}, {"mapped_cases", x.MappedCases}, {"untimed", x.Untimed}, {"first", x.First}, {"last", x.Last},
	} {
		c.add("log", o.Log, "", "", f.name, f.value)
	}
	for _, l := range o.Account.LeftOut {
		c.add("left_out", string(l.Reason), "", "", "rows", int(l.Count))
	}
	u := o.Observed.Unmapped
	for _, l := range []struct {
		part string
		list []observe.Value
	}{{"unmapped_activity", u.Activities}, {"ignored_activity", u.IgnoredActivities}, {"unmapped_performer", u.Performers}, {"ignored_performer", u.IgnoredPerformers}} {
		for _, v := range l.list {
			c.add(l.part, v.Name, "", "", "events", v.Events)
			c.add(l.part, v.Name, "", "", "cases", v.Cases)
		}
	}
}

func (c *figures) seen(part, from, to string, s observe.Seen) {
	c.add(part, "", from, to, "count", s.Count)
	c.add(part, "", from, to, "cases", s.Cases)
	c.add(part, "", from, to, "first", s.First)
	c.add(part, "", from, to, "last", s.Last)
	c.add(part, "", from, to, "examples", s.Examples)
	c.wait(part, from, to, s.Wait)
}

func (c *figures) wait(part, from, to string, w observe.Wait) {
	c.add(part, "", from, to, "measured", w.Measured)
	c.add(part, "", from, to, "zero", w.Zero)
	c.add(part, "", from, to, "negative", w.Negative)
	c.add(part, "", from, to, "untimed", w.Untimed)
	c.add(part, "", from, to, "p50", w.P50)
	c.add(part, "", from, to, "p90", w.P90)
}

func (c *figures) handoffs(h observe.Handoffs) {
	c.share("handoffs", "", "pair_precision", h.PairPrecision)
	c.share("handoffs", "", "pair_recall", h.PairRecall)
	c.share("handoffs", "", "reached_recall", h.ReachedRecall)
	c.share("handoffs", "", "count_precision", h.CountPrecision)
	c.share("handoffs", "", "count_recall", h.CountRecall)
	c.add("handoffs", "", "", "", "repeats", h.Repeats)
	for _, d := range h.Declared {
		c.add("declared", "", d.From, d.To, "from_cases", d.FromCases)
		for _, x := range d.Declarations {
			c.add("declared", x.Flow, d.From, d.To, "minutes", x.Minutes)
		}
		c.seen("declared", d.From, d.To, d.Seen)
	}
	for _, u := range h.Undeclared {
		c.seen("undeclared", u.From, u.To, u.Seen)
	}
}

func (c *figures) counts(part, subject string, x observe.Counts, lead observe.Share) {
	for _, n := range countsOf(x) {
		c.add(part, subject, "", "", string(n.standing), n.n)
	}
	c.share(part, subject, "lead", lead)
}

func (c *figures) performers(x observe.Performers) {
	c.counts("performers", "", x.Counts, x.Lead)
	for _, t := range x.Tasks {
		c.counts("task", t.Task, t.Counts, t.Lead)
	}
	for _, o := range x.Organizations {
		c.counts("organization", o.Organization, o.Counts, o.Lead)
	}
	for _, p := range x.Pairs {
		c.add("performed", string(p.Standing), p.Organization, p.Task, "events", p.Events)
		c.add("performed", string(p.Standing), p.Organization, p.Task, "cases", p.Cases)
	}
	for _, d := range x.Drift.Parts {
		c.counts(string(x.Drift.Period), d.Start, d.Counts, d.Lead)
	}
}

func (c *figures) flows(list []observe.FlowResult) {
	for _, f := range list {
		c.add("flow", f.Flow, "", "", "cases", f.Cases)
		c.add("flow", f.Flow, "", "", "started", f.Started)
		c.add("flow", f.Flow, "", "", "reached", f.Reached)
		c.add("flow", f.Flow, "", "", "looped", f.Looped)
		c.add("flow", f.Flow, "", "", "unfinished", f.Unfinished)
		c.share("flow", f.Flow, "explained", f.Explained)
		for _, d := range f.Deviations {
			figure := string(d.Kind)
			if d.Branch != "" {
				figure += " " + d.Branch
			}
			c.add("deviation", f.Flow, d.From, d.To, figure, d.Cases)
		}
	}
}

func (c *figures) network(x observe.Network) {
	for _, o := range x.Organizations {
		for _, f := range []struct {
			name  string
			value any
		}{
			{"rank", o.Rank}, {"in", o.In}, {"out", o.Out}, {"betweenness", o.Betweenness}, {"weighted_betweenness", o.WeightedBetweenness}, {"articulation", o.Articulation},
			{"declared_rank", o.DeclaredRank}, {"declared_betweenness", o.DeclaredBetweenness}, {"declared_articulation", o.DeclaredArticulation},
		} {
			c.add("network", o.Organization, "", "", f.name, f.value)
		}
	}
	for _, e := range x.Edges {
		c.add("edge", "", e.From, e.To, "count", e.Count)
		c.add("edge", "", e.From, e.To, "cases", e.Cases)
		c.add("edge", "", e.From, e.To, "declared", e.Declared)
		c.wait("edge", e.From, e.To, e.Wait)
	}
	for _, b := range x.Bridges {
		c.add("bridge", "", b.From, b.To, "seen", true)
	}
	for _, b := range x.DeclaredBridges {
		c.add("bridge", "", b.From, b.To, "declared", true)
	}
}

func (c *figures) social(x socialnetwork.Network) {
	by := string(x.By)
	c.share("social_"+by, "", "self", observe.Share(x.Handover.Self))
	c.share("social_"+by, "", "returns", observe.Share(x.Returns))
	c.share("social_"+by, "", "ping_pong", observe.Share(x.PingPong))
	for _, p := range x.Pairs {
		for _, m := range []struct {
			name string
			socialnetwork.Measure
		}{{"handover", p.Handover}, {"subcontracting", p.Subcontracting}} {
			c.add("social_"+by, "", p.From, p.To, m.name+"_count", m.Count)
			c.add("social_"+by, "", p.From, p.To, m.name+"_cases", m.Cases)
			c.add("social_"+by, "", p.From, p.To, m.name+"_rate", m.Rate)
			c.add("social_"+by, "", p.From, p.To, m.name+"_case_rate", m.CaseRate)
			c.add("social_"+by, "", p.From, p.To, m.name+"_beta_rate", m.BetaRate)
			c.add("social_"+by, "", p.From, p.To, m.name+"_beta_case_rate", m.BetaCaseRate)
		}
		c.add("social_"+by, "", p.From, p.To, "joint_cases", p.JointCases)
		c.add("social_"+by, "", p.From, p.To, "together", p.Together)
		c.add("social_"+by, "", p.From, p.To, "ping_pongs", p.PingPongs)
	}
}

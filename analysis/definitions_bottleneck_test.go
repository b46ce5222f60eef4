package analysis_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/findings"
	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// secondExample returns the bottlenecks of the example in the section on
// betweenness.
func secondExample(t *testing.T, sections []string) bottleneck.Bottleneck {
	t.Helper()
	i := slices.IndexFunc(sections, func(text string) bool { return strings.HasPrefix(text, "Betweenness\n") })
	if i < 0 {
		t.Fatal("docs/definitions.md has no section Betweenness")
	}
	return bottleneck.Bottlenecks(graphtext.Graph(t, fenced(t, sections[i], "graphtext")), rules.Options{})
}

func rankingResults(r findings.Review) []string {
	var lines []string
	for _, o := range r.Bottleneck.Organizations {
		id := o.Organization
		lines = append(lines,
			line(id+" lead marks", o.LeadMarks), line(id+" % of marks", optional(o.LeadMarksPercent, tenths)),
			line(id+" tasks, split", tenths(o.Tasks)), line(id+" supports", o.SupportMarks))
	}
	for _, by := range []struct {
		name string
		rank func(bottleneck.OrganizationLoad) *int
	}{
		{"rank", func(o bottleneck.OrganizationLoad) *int { return &o.Rank }},
		{"rank by lead marks", func(o bottleneck.OrganizationLoad) *int { return &o.RankByLeadMarks }},
		{"rank by handoffs", func(o bottleneck.OrganizationLoad) *int { return o.RankByHandoffs }},
		{"rank by betweenness", func(o bottleneck.OrganizationLoad) *int { return o.RankByBetweenness }},
		{"rank by weighted betweenness", func(o bottleneck.OrganizationLoad) *int { return o.RankByWeightedBetweenness }},
		{"rank by load by timing", func(o bottleneck.OrganizationLoad) *int { return o.RankByTimedLoad }},
	} {
		var all []string
		for _, o := range r.Bottleneck.Organizations {
			rank := "—"
			if n := by.rank(o); n != nil {
				rank = strconv.Itoa(*n)
			}
			all = append(all, o.Organization+" "+rank)
		}
		lines = append(lines, line(by.name, ids(all)))
	}
	return lines
}

func timedLoadResults(g *graph.Graph, r findings.Review) []string {
	var lines []string
	for _, w := range r.Bottleneck.TimingWeights {
		times := "—"
		if w.PerYear != nil {
			times = strconv.FormatFloat(*w.PerYear, 'f', -1, 64)
		}
		lines = append(lines, line("weight of "+w.Timing, fmt.Sprintf("%s, led tasks %d", times, w.Led)))
	}
	perYear := func(l *bottleneck.TimedLoad) string {
		switch {
		case l.Unweighted == 0:
			return tenths(l.PerYear)
		case l.Weighted == 0:
			return "—"
		}
		return "at least " + tenths(l.PerYear)
	}
	for _, o := range r.Bottleneck.Organizations {
		lines = append(lines, line(o.Organization+" times a year", perYear(o.TimedLoad)), line(o.Organization+" tasks not in it", tenths(o.TimedLoad.Unweighted)))
	}
	asNeeded := rules.Options{TimingWeights: map[graph.Timing]float64{graph.Daily: 365, graph.AsNeeded: 30}}
	for _, o := range bottleneck.Bottlenecks(g, asNeeded).Organizations {
		lines = append(lines, line(o.Organization+" with as-needed 30", perYear(o.TimedLoad)))
	}
	return lines
}

func handoverResults(r findings.Review) []string {
	b := r.Bottleneck
	lines := []string{line("handoffs", b.Handoffs), line("unassigned", b.Unassigned)}
	for _, h := range b.Handovers {
		var pairs []string
		for _, p := range h.Tasks {
			pairs = append(pairs, way([]string{p.From, p.To}))
		}
		lines = append(lines, line(h.From+" to "+h.To, fmt.Sprintf("%s, %s %%, by %s", tenths(h.Handoffs), tenths(h.Percent), ids(pairs))))
	}
	for _, o := range b.Organizations {
		t := o.Handoffs
		for _, x := range []struct {
			name  string
			value float64
		}{{"in", t.In}, {"out", t.Out}, {"within", t.Within}, {"through", t.Through}} {
			lines = append(lines, line(o.Organization+" "+x.name, tenths(x.value)))
		}
	}
	return lines
}

func betweennessResults(r findings.Review, second bottleneck.Bottleneck) []string {
	var lines []string
	b := r.Bottleneck
	centrality := func(c bottleneck.Centrality) string {
		return tenths(c.Value) + ", normalized " + optional(c.Normalized, func(x float64) string { return decimals(x, 3) })
	}
	for _, o := range b.Organizations {
		lines = append(lines, line(o.Organization, centrality(*o.Betweenness)))
	}
	for _, t := range b.Tasks {
		lines = append(lines, line("task "+t.Task, fmt.Sprintf("%s, in %d, out %d", centrality(t.Betweenness), t.In, t.Out)))
	}
	for _, o := range b.Organizations {
		lines = append(lines, line("by amount, "+o.Organization, centrality(*o.WeightedBetweenness)))
	}
	for _, h := range b.Handovers {
		if h.Betweenness != nil {
			lines = append(lines, line(h.From+" to "+h.To, centrality(*h.Betweenness)+", by amount "+tenths(h.WeightedBetweenness.Value)))
		}
	}
	for _, h := range b.TaskHandoffs {
		lines = append(lines, line("handoff "+way([]string{h.From, h.To}), centrality(h.Betweenness)))
	}
	both := func(steps bottleneck.Centrality, minutes *bottleneck.Centrality) string {
		return tenths(steps.Value) + ", by minutes " + tenths(minutes.Value)
	}
	for _, t := range second.Tasks {
		lines = append(lines, line("example 2, task "+t.Task, both(t.Betweenness, t.WeightedBetweenness)))
	}
	for _, h := range second.TaskHandoffs {
		lines = append(lines, line("example 2, handoff "+way([]string{h.From, h.To}), both(h.Betweenness, h.WeightedBetweenness)))
	}
	return lines
}

func waitResults(example string, b bottleneck.Bottleneck) []string {
	var lines []string
	add := func(what string, value string) { lines = append(lines, line(example+", "+what, value)) }
	arrow := func(h flow.TaskHandoff) string { return way([]string{h.From, h.To}) }
	for _, w := range b.Waits {
		var handoffs []string
		for _, h := range w.Handoffs {
			handoffs = append(handoffs, arrow(h))
		}
		add(w.Organization+" waits for "+w.For, ids(handoffs))
	}
	for _, c := range b.Circles {
		var round []string
		for _, s := range c.Round {
			round = append(round, fmt.Sprintf("%s for %s by %s", s.Organization, s.For, arrow(s.Handoff)))
		}
		add("circle", ids(c.Organizations))
		add("round", ids(round))
		if len(c.Tasks) == 0 {
			add("cycle of tasks", "none")
		} else {
			add("cycle of tasks", way(append(slices.Clone(c.Tasks), c.Tasks[0])))
		}
	}
	for _, x := range []struct {
		name string
		bottleneck.Return
	}{{"subcontracting", b.Subcontracting}, {"ping-pong", b.PingPong}} {
		add(x.name, fmt.Sprintf("%d of %d chains, %s %%, %d of %d pairs", x.Matching, x.Chains, optional(x.Percent, tenths), len(x.Pairs), x.AllPairs))
		for _, p := range x.Pairs {
			var chains []string
			for _, c := range p.Chains {
				chains = append(chains, c.Flow+" "+way(c.Tasks))
			}
			add(fmt.Sprintf("%s %s → %s → %s", x.name, p.Organization, p.Other, p.Organization), tenths(p.Percent)+" %, by "+ids(chains))
		}
	}
	return lines
}

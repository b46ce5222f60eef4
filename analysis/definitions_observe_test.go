package analysis_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/observe"
	"tasuki/analysis/socialnetwork"
	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
)

// observeResults computes the example of the section on what a log shows.
func observeResults(t *testing.T, sections []string) []string {
	t.Helper()
	i := slices.IndexFunc(sections, func(text string) bool { return strings.HasPrefix(text, "Declared against observed\n") })
	if i < 0 {
		t.Fatal("docs/definitions.md has no section on what a log shows")
	}
	g := graphtext.Graph(t, fenced(t, sections[i], "graphtext"))
	l := logtext.Read(t, fenced(t, sections[i], "logtext"))
	m := logtext.Map(g, l.Names())
	r, err := observe.Compare(g, l, m)
	if err != nil {
		t.Fatal(err)
	}
	n, err := socialnetwork.Compute(g, l, m, socialnetwork.Options{Beta: 0.5, Depth: 2, Causal: true})
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{line("log", fmt.Sprintf("%d cases, %d events, %d mapped in %d cases, %d without a time", r.Log.Cases, r.Log.Events, r.Log.Mapped, r.Log.MappedCases, r.Log.Untimed))}
	return slices.Concat(lines, seenResults(r), performerResults(r.Performers), flowResults(r), footprintResults(r.Footprints), networkResults(r), socialResults(n.Organizations))
}

func seenResults(r observe.Result) (lines []string) {
	for _, h := range r.Handoffs.Declared {
		text := fmt.Sprintf("not seen in %d cases", h.FromCases)
		if h.Count > 0 {
			text = fmt.Sprintf("seen %d in %d of %d cases: %s; %s", h.Count, h.Cases, h.FromCases, strings.Join(h.Examples, " "), waited(h.Wait))
		}
		lines = append(lines, line(h.From+"→"+h.To, text))
	}
	for _, h := range r.Handoffs.Undeclared {
		lines = append(lines, line(h.From+"→"+h.To+", not declared", fmt.Sprintf("seen %d: %s; %s", h.Count, strings.Join(h.Examples, " "), waited(h.Wait))))
	}
	var minutes []string
	for _, x := range observe.ProposeMinutes(r) {
		text := strings.Join(strings.Fields(fmt.Sprintf("%s→%s %s %d", x.From, x.To, x.Branch, x.Minutes)), " ")
		if x.Declared != nil {
			text += fmt.Sprintf(" (%d)", *x.Declared)
		}
		minutes = append(minutes, text)
	}
	return append(lines, line("repeats", r.Handoffs.Repeats),
		line("precision by pair", part(r.Handoffs.PairPrecision)), line("recall by pair", part(r.Handoffs.PairRecall)), line("recall by pair, of those reached", part(r.Handoffs.ReachedRecall)),
		line("precision by count", part(r.Handoffs.CountPrecision)), line("recall by count", part(r.Handoffs.CountRecall)),
		line("proposed minutes", strings.Join(minutes, ", ")))
}

func part(s observe.Share) string {
	if s.Percent == nil {
		return fmt.Sprintf("- (%d/%d)", s.Part, s.Whole)
	}
	return fmt.Sprintf("%.1f %% (%d/%d)", *s.Percent, s.Part, s.Whole)
}

func waited(w observe.Wait) string {
	var list []string
	for _, x := range []struct {
		what string
		n    int
	}{{"zero", w.Zero}, {"negative", w.Negative}, {"untimed", w.Untimed}, {"whole days", w.WholeDays}} {
		if x.n > 0 {
			list = append(list, fmt.Sprint(x.what, " ", x.n))
		}
	}
	if w.P50 != nil {
		list = append(list, fmt.Sprintf("P50 %v, P90 %v", *w.P50, *w.P90))
	}
	return strings.Join(list, " ")
}

func performerResults(p observe.Performers) []string {
	lines := []string{line("performers", done(p.Counts, p.Lead))}
	for _, x := range p.Tasks {
		lines = append(lines, line("task "+x.Task, done(x.Counts, x.Lead)))
	}
	for _, x := range p.Organizations {
		lines = append(lines, line("organization "+x.Organization, done(x.Counts, x.Lead)))
	}
	text := fmt.Sprintf("by %s, %d of them, %d event outside:", p.Drift.Period, len(p.Drift.Parts), p.Drift.Outside)
	for _, x := range p.Drift.Parts {
		if x.Lead.Whole > 0 {
			text += fmt.Sprintf(" %s %s,", x.Start, part(x.Lead))
		}
	}
	return append(lines, line("drift", strings.TrimSuffix(text, ",")))
}

func done(c observe.Counts, lead observe.Share) string {
	var list []string
	for i, n := range []int{c.Lead, c.Support, c.Accountable, c.Informed, c.Unmarked, c.Uncertain, c.Unmapped, c.Ignored, c.Nobody} {
		if n > 0 {
			list = append(list, fmt.Sprint(n, " ", observe.Standings()[i]))
		}
	}
	return strings.Join(list, ", ") + "; lead " + part(lead)
}

func flowResults(r observe.Result) (lines []string) {
	for _, f := range r.Flows {
		lines = append(lines, line("flow "+f.Flow, fmt.Sprintf("%s of %d cases, %d reached, %d looped, %d unfinished", part(f.Explained), f.Cases, f.Reached, f.Looped, f.Unfinished)))
		for _, d := range f.Deviations {
			what := strings.TrimSpace(fmt.Sprintf("%s→%s %s", d.From, d.To, d.Branch))
			lines = append(lines, line(fmt.Sprintf("flow %s, %s", f.Flow, d.Kind), fmt.Sprintf("%s: %d", what, d.Cases)))
		}
	}
	return lines
}

func footprintResults(f observe.Footprints) []string {
	arrowed := func(list []observe.NamePair) string {
		var texts []string
		for _, p := range list {
			texts = append(texts, p.From+"→"+p.To)
		}
		return strings.Join(texts, ", ")
	}
	counted := func(list []observe.NameCount) string {
		var texts []string
		for _, x := range list {
			texts = append(texts, fmt.Sprintf("%s (%d)", x.Name, x.Count))
		}
		return strings.Join(texts, " ")
	}
	lines := []string{
		line("footprint, sequence", arrowed(f.Tasks.Sequence)), line("footprint, parallel", arrowed(f.Tasks.Parallel)),
		line("footprint", fmt.Sprintf("starts %s, ends %s, shortest %d, always %s", counted(f.Tasks.Start), counted(f.Tasks.End), f.Tasks.Shortest, ids(f.Tasks.Always))),
	}
	for _, m := range f.Compared {
		lines = append(lines, line("footprint, differs", fmt.Sprintf("%s and %s %s, %s", m.A, m.B, m.Declared, m.Observed)))
	}
	return append(lines, line("footprint, agreement", part(f.Agreement)))
}

func networkResults(r observe.Result) []string {
	n := r.Network
	var edges, bridges []string
	for _, e := range n.Edges {
		edges = append(edges, fmt.Sprintf("%s→%s %d", e.From, e.To, e.Count))
	}
	for _, b := range n.Bridges {
		bridges = append(bridges, b.From+"→"+b.To)
	}
	lines := []string{line("network", fmt.Sprintf("%s; %d within, %d unknown", strings.Join(edges, ", "), n.Within, n.Unknown))}
	for _, o := range n.Organizations {
		text := fmt.Sprintf("in %d, out %d, betweenness %v (by length %v), rank %d", o.In, o.Out, *o.Betweenness, *o.WeightedBetweenness, o.Rank)
		if o.Articulation {
			text += ", SPOF"
		}
		lines = append(lines, line("network, "+o.Organization, text+fmt.Sprintf("; declared %v, rank %d", *o.DeclaredBetweenness, o.DeclaredRank)))
	}
	value := func(list []observe.Value) string {
		return fmt.Sprint(list[0].Name, " ", list[0].Events)
	}
	u := r.Unmapped
	return append(lines, line("network, bridges", strings.Join(bridges, ", ")), line("unmapped", fmt.Sprintf("%s; ignored %s; performers %s", value(u.Activities), value(u.IgnoredActivities), value(u.Performers))))
}

func socialResults(n socialnetwork.Network) []string {
	find := func(from, to string) socialnetwork.Pair {
		i := slices.IndexFunc(n.Pairs, func(p socialnetwork.Pair) bool { return p.From == from && p.To == to })
		return n.Pairs[i]
	}
	direct := func(m socialnetwork.Measure) string { return fmt.Sprintf("%.4f, by case %.4f", *m.Rate, *m.CaseRate) }
	share := func(s socialnetwork.Share) string { return fmt.Sprintf("%.1f %% (%d/%d)", *s.Percent, s.Part, s.Whole) }
	ab, ba := find("a", "b"), find("b", "a")
	return []string{
		line("a→b, handover", direct(ab.Handover)),
		line("a→b, handover, beta 0.5", fmt.Sprintf("%.4f, by case %.4f", *ab.Handover.BetaRate, *ab.Handover.BetaCaseRate)),
		line("b→d, causal handover", direct(*find("b", "d").Causal)),
		line("b→a, subcontracting", direct(ba.Subcontracting)),
		line("a→b, together", fmt.Sprintf("%.4f", *ab.Together)), line("b→a, together", fmt.Sprintf("%.4f", *ba.Together)),
		line("self-handover", share(n.Handover.Self)), line("returns", share(n.Returns)), line("ping-pong", share(n.PingPong)),
	}
}

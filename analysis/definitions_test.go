package analysis_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/criticality"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// TestDefinitions checks that the example of docs/definitions.md, worked by
// hand there, is what the analyses compute. A section states its results in a
// block with the word results behind its fence. Each line is
//
//	what = how it is worked = value
//
// where the middle may be missing, and the value stands as the report prints
// it.
func TestDefinitions(t *testing.T) {
	page := readPage(t)
	sections := strings.Split(page, "\n## ")
	g := graphtext.Graph(t, fenced(t, sections[0], "graphtext"))
	r := analysis.Analyze(g, rules.Options{})
	second := secondExample(t, sections)
	for _, s := range []struct {
		title   string
		results []string
	}{
		{"Marks and account", accountResults(g, r)},
		{"Rules", ruleResults(t, g, r)},
		{"Shares and concentration", concentrationResults(r)},
		{"Providers of critical functions", providerResults(r)},
		{"Criticality", criticalityResults(r)},
		{"Bottleneck ranking", rankingResults(r)},
		{"Load by timing", timedLoadResults(g, r)},
		{"Handovers", handoverResults(r)},
		{"Betweenness", betweennessResults(r, second)},
		{"Waits and returns", slices.Concat(waitResults("example 1", r.Bottleneck), waitResults("example 2", second))},
		{"Loss of an organization", lossResults(r)},
		{"Loss of several organizations", lossSetResults(r)},
		{"Single points of failure of a flow", spofResults(r)},
		{"What follows from changes", changeResults(t, g)},
		{"The fewest marks for a target", fixResults(t, g)},
		{"Branches that must all be done", branchResults(t, sections)},
		{"Escalation", escalationResults(t, g, r)},
		{"Opening hours", hoursResults(t, sections)},
		{"Readiness", readinessResults(t)},
		{"Solutions", solutionResults(t, sections)},
		{"Declared against observed", observeResults(t, sections)},
		{"Certainty", certaintyResults(r)},
		{"Findings", findingResults(r)},
		{"Headlines", headlineResults(r)},
	} {
		t.Run(s.title, func(t *testing.T) {
			at := slices.IndexFunc(sections, func(text string) bool { return strings.HasPrefix(text, s.title+"\n") })
			if at < 0 {
				t.Fatalf("docs/definitions.md has no section %q", s.title)
			}
			compare(t, stated(fenced(t, sections[at], "results")), s.results)
		})
	}
}

// TestDefinitionsNameEveryRule checks the table of the rules that findings come
// from: every rule with its severity, in the order of the findings.
func TestDefinitionsNameEveryRule(t *testing.T) {
	var got, want []string
	for _, line := range strings.Split(readPage(t), "\n") {
		if cells := strings.Split(line, "|"); len(cells) > 3 && strings.HasPrefix(line, "| `") {
			got = append(got, strings.Trim(cells[1], " `")+" = "+strings.TrimSpace(cells[2]))
		}
	}
	for _, rule := range findings.LintRules() {
		want = append(want, rule.ID+" = "+string(rule.Severity))
	}
	compare(t, got, want)
}

func compare(t *testing.T, stated, computed []string) {
	t.Helper()
	for _, line := range stated {
		if !slices.Contains(computed, line) {
			t.Errorf("docs/definitions.md states, but nothing computes: %s", line)
		}
	}
	for _, line := range computed {
		if !slices.Contains(stated, line) {
			t.Errorf("docs/definitions.md does not state: %s", line)
		}
	}
	if !t.Failed() && !slices.Equal(stated, computed) {
		t.Errorf("docs/definitions.md states these in another order:\n%s", strings.Join(computed, "\n"))
	}
}

func readPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/definitions.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// fenced returns the one block of text behind the fence ```kind.
func fenced(t *testing.T, text, kind string) string {
	t.Helper()
	parts := strings.Split(text, "\n```"+kind+"\n")
	if len(parts) != 2 {
		t.Fatalf("found %d blocks ```%s, want 1", len(parts)-1, kind)
	}
	block, _, _ := strings.Cut(parts[1], "\n```")
	return block
}

// stated returns the lines of a block of results without how they are worked.
func stated(block string) []string {
	lines := strings.Split(block, "\n")
	for i, line := range lines {
		parts := strings.Split(line, " = ")
		lines[i] = strings.TrimSpace(parts[0]) + " = " + strings.TrimSpace(parts[len(parts)-1])
	}
	return lines
}

func accountResults(g *graph.Graph, r findings.Review) []string {
	var marks graph.MarkCount
	for _, a := range g.Assignments() {
		marks.Add(a.Reading)
	}
	return []string{
		line("marks", marks.In), line("printed", marks.Printed), line("realigned", marks.Realigned), line("uncertain", marks.Uncertain),
		line("lead marks", r.Totals.LeadMarks), line("support marks", r.Totals.SupportMarks),
		line("organizations", r.Totals.Organizations), line("tasks", r.Totals.Tasks),
		line("flows", r.Totals.Flows), line("handoffs", r.Totals.Handoffs),
	}
}

func ruleResults(t *testing.T, g *graph.Graph, r findings.Review) []string {
	d := g.Dataset()
	d.Rules = graph.Rules{}
	undeclared, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return []string{
		line("in force", inForce(r.Rules)),
		line("undeclared", inForce(rules.InForce(undeclared, rules.Options{}))),
		line("asked for any", inForce(rules.InForce(g, rules.Options{Leads: graph.AnyLead}))),
	}
}

func inForce(r rules.RulesInForce) string {
	assumed := func(yes bool) string { return map[bool]string{true: " (assumed)"}[yes] }
	return fmt.Sprintf("%s%s, %s%s", r.Leads, assumed(r.LeadsAssumed), r.Support, assumed(r.SupportAssumed))
}

func concentrationResults(r findings.Review) []string {
	all := r.Concentrations[0]
	lines := []string{line("led", all.Led), line("unled", all.Unled)}
	for _, s := range all.Organizations.Shares {
		lines = append(lines, line(s.Organization+" %", tenths(s.Percent)))
	}
	s := all.Organizations
	lines = append(lines,
		line("n", s.Leaders), line("HHI", index(s.HHI)), line("floor", index(s.Floor)), line("HHI*", optional(s.Normalized, index)),
		line("effective number", decimals(s.Effective, 2)), line("CR1", tenths(s.CR1)), line("CR3", tenths(s.CR3)),
		line("Gini", decimals(s.Gini, 3)), line("Gini of all", fmt.Sprintf("%s, N %d", decimals(s.GiniAll, 3), s.All)),
		line("HHI over all readings", hhiRange(s.Range)))
	for _, b := range s.Bands {
		var possible []string
		for _, level := range b.Possible {
			possible = append(possible, string(level))
		}
		lines = append(lines, line(string(b.Authority), strings.Join(possible, " or ")))
	}
	lines = append(lines,
		line("groups", spread(all.Groups)))
	for _, c := range r.Concentrations[1:] {
		lines = append(lines, line(fmt.Sprintf("%s %s", c.Scope.Kind, c.Scope.ID), spread(c.Organizations)))
	}
	return lines
}

func spread(s *concentration.Spread) string {
	return fmt.Sprintf("n %d, HHI %s (%s), floor %s, HHI* %s, effective number %s, CR1 %s, CR3 %s, Gini %s, of all %s, largest %s",
		s.Leaders, index(s.HHI), hhiRange(s.Range), index(s.Floor), optional(s.Normalized, index), decimals(s.Effective, 2),
		tenths(s.CR1), tenths(s.CR3), decimals(s.Gini, 3), decimals(s.GiniAll, 3), s.Shares[0].Organization)
}

func hhiRange(r placement.Range) string { return index(r.Min) + " to " + index(r.Max) }

func providerResults(r findings.Review) []string {
	var lines []string
	for _, x := range []struct {
		name    string
		trigger criticality.Trigger
	}{{"(a)", r.Providers.HardToSubstitute}, {"(b)", r.Providers.MultipleArrangements}} {
		lines = append(lines, line(x.name, fmt.Sprintf("%s, %s", x.trigger.Answer, x.trigger.Certainty)))
		for _, c := range x.trigger.Cases {
			var parts []string
			for _, a := range c.Arrangements {
				parts = append(parts, fmt.Sprintf("%s leads %s in %s (%s)", a.Provider, ids(a.Tasks), a.Flow, a.Counts))
			}
			lines = append(lines, line(fmt.Sprintf("%s, group %s", x.name, c.Group), fmt.Sprintf("%s: %s", c.Answer, strings.Join(parts, "; "))))
		}
		lines = append(lines, line(x.name+", to declare", fmt.Sprintf("tiers %s; substitutability %s", ids(x.trigger.Declare.Tiers), ids(x.trigger.Declare.Substitutability))))
	}
	return lines
}

func criticalityResults(r findings.Review) []string {
	c := r.Criticality
	var lines []string
	for _, o := range c.Organizations {
		for _, f := range o.Flows {
			lines = append(lines, line(o.Organization+" in "+f.Flow, fmt.Sprintf("impact %s, difficulty %s, weight %s, score %s",
				decimals(f.Impact.Value, 3), interval(o.Difficulty), interval(f.Weight), interval(f.Score))))
		}
		lines = append(lines, line(o.Organization, fmt.Sprintf("%s by %s, over all readings %s", interval(o.Score), o.HighFlow, interval(o.Readings))))
	}
	return append(lines, line("may be first", ids(c.First)),
		line("undeclared tiers", ids(c.UndeclaredTiers)), line("undeclared substitutability", ids(c.UndeclaredSubstitutability)), line("not assessed", ids(c.NotAssessed)))
}

func interval(x rules.Interval) string {
	if x.Low == x.High {
		return decimals(x.Low, 3)
	}
	return decimals(x.Low, 3) + " to " + decimals(x.High, 3)
}

func lossResults(r findings.Review) []string {
	var lines []string
	for _, l := range r.Losses {
		for _, o := range l.Organizations {
			var parts []string
			add := func(what string, list []string) {
				if len(list) > 0 {
					parts = append(parts, what+" "+ids(list))
				}
			}
			add("lost", o.Lost)
			add("degraded", o.Degraded)
			add("broken", flows(o.Broken))
			add("degraded flows", flows(o.DegradedFlows))
			add("touched", flows(o.Touched))
			if parts == nil {
				parts = []string{"nothing"}
			}
			lines = append(lines, line(fmt.Sprintf("%s, %s, without %s", l.Rules.Leads, l.Rules.Support, o.Organization), strings.Join(parts, "; ")))
		}
	}
	return lines
}

func flows(list []loss.FlowLoss) []string {
	var texts []string
	for _, f := range list {
		text := f.Flow
		if len(f.Way) > 0 {
			text += " (way " + way(f.Way) + ")"
		}
		texts = append(texts, text)
	}
	return texts
}

func spofResults(r findings.Review) []string {
	var lines []string
	for _, s := range r.FlowSPOFs {
		lines = append(lines, taskSPOFs(s)...)
		for _, o := range s.Organizations {
			where := "between the ends"
			if o.AtEndsOnly {
				where = "at the ends only"
			}
			lines = append(lines, line(s.Flow+" without "+o.Organization, fmt.Sprintf("no way, loses %s, reaches %s, %s", ids(o.Lost), ids(o.Reached), where)))
		}
		for _, a := range s.OtherOrganizations {
			lines = append(lines, line(s.Flow+" without "+a.ID, way(a.Way)))
		}
		var sets []string
		for _, set := range s.OrganizationCut.Sets {
			sets = append(sets, ids(set.Organizations))
		}
		lines = append(lines, line(s.Flow+" fewest organizations", fmt.Sprintf("%d: %s", s.OrganizationCut.Size.Upper, strings.Join(sets, "; "))))
		for _, a := range slices.Concat(s.Ends, s.OtherTasks) {
			said := way(a.Way)
			if len(a.Way) == 0 {
				said += ", reaches " + ids(a.Reached)
			}
			lines = append(lines, line(s.Flow+" without task "+a.ID, said))
		}
		for _, d := range s.Dominance {
			lines = append(lines, line(s.Flow+" before and behind "+d.Task, nearest(d.Dominator, d.Reached, "not reached")+", "+nearest(d.PostDominator, d.Finishes, "reaches no goal")))
		}
		lines = append(lines, line(s.Flow+" followed both ways", separation(s.Undirected)))
	}
	whole := r.Structure
	return append(lines, line("all handoffs", fmt.Sprintf("%d tasks, %d pairs, %d connected part; %s", whole.Tasks, whole.Pairs, len(whole.Components), separation(whole.Separation))))
}

func taskSPOFs(s spof.FlowSPOF) []string {
	lines := []string{line(s.Flow+" tasks", ids(s.Tasks))}
	for _, p := range s.Proofs {
		lines = append(lines, line(s.Flow+" without task "+ids(p.Removed), "no way, reaches "+ids(p.Reached)))
	}
	var ways []string
	for _, w := range s.Cut.Ways {
		ways = append(ways, way(w))
	}
	return append(lines, line(s.Flow+" cut", fmt.Sprintf("%s, reaches %s; ways %s", ids(s.Cut.Tasks), ids(s.Cut.Reached), strings.Join(ways, ", "))))
}

// nearest prints an immediate dominator.
func nearest(id *string, isOn bool, off string) string {
	switch {
	case !isOn:
		return off
	case id == nil:
		return "none"
	}
	return *id
}

func separation(s spof.Separation) string {
	fallsInto := func(what string, parts []spof.Part) string {
		var texts []string
		for _, p := range parts {
			texts = append(texts, ids(p.Tasks))
		}
		return fmt.Sprintf("%s (%s)", what, strings.Join(texts, " | "))
	}
	var points, bridges []string
	for _, a := range s.ArticulationPoints {
		points = append(points, fallsInto(a.Task, a.Parts))
	}
	for _, b := range s.Bridges {
		bridges = append(bridges, fallsInto(strings.Join(b.Tasks[:], "–"), b.Parts[:]))
	}
	return fmt.Sprintf("articulation points %s; bridges %s", ids(points), ids(bridges))
}

func certaintyResults(r findings.Review) []string {
	c := r.Certainties
	var lines []string
	for _, m := range c.Marks {
		lines = append(lines, line(fmt.Sprintf("%s mark of task %s", m.Role, m.Task), m.Organization+" or "+ids(m.Alternatives)))
	}
	for _, m := range c.LeadMarks {
		lines = append(lines, line(m.Organization+" lead marks", fmt.Sprintf("%d, from %d to %d, %s", m.Marks, m.Min, m.Max, exact(m.Exact))))
	}
	lines = append(lines, line("HHI", fmt.Sprintf("%s, from %s to %s, %s", index(c.HHI.Value), index(c.HHI.Min), index(c.HHI.Max), exact(c.HHI.Exact))))
	lines = append(lines, line("readings", c.Readings))
	for _, s := range c.Standings {
		lines = append(lines, line(s.Organization+" first, second, third", ids([]string{portion(s.First), portion(s.Second), portion(s.Third)})))
	}
	for _, b := range c.Bands {
		var levels []string
		for _, l := range b.Levels {
			levels = append(levels, string(l.Level)+" "+portion(l.Readings))
		}
		lines = append(lines, line("HHI by "+string(b.Authority), ids(levels)))
	}
	lines = append(lines, conclusion("first", c.First)...)
	lines = append(lines, conclusion("second", c.Second)...)
	for _, f := range c.FlowSPOFs {
		lines = append(lines, conclusion("no way in "+f.Subject.ID+" without", f)...)
	}
	lines = append(lines, conclusion("no way in some flow without", *c.Stops)...)
	for _, m := range c.Checks {
		lines = append(lines, line(fmt.Sprintf("check the %s mark of %s", m.Role, m.Task),
			fmt.Sprintf("%s points; by itself: %s; with fewest others: %s", tenths(m.Doubt), topics(m.Pivotal), topics(m.Smallest))))
	}
	return lines
}

// portion prints a proportion as a ratio of counts.
func portion(p *placement.Proportion) string {
	return optional(p, func(p placement.Proportion) string { return p.Readings + "/" + p.Of })
}

func topics(list []certainty.Topic) string {
	var names []string
	for _, t := range list {
		names = append(names, strings.TrimSpace(string(t.Kind)+" "+t.ID))
	}
	return ids(names)
}

func conclusion(name string, c certainty.Conclusion) []string {
	lines := []string{line(name, fmt.Sprintf("%s: %s", ids(c.Organizations), c.Certainty))}
	if len(c.Always) > 0 {
		lines = append(lines, line(name+", always", ids(c.Always)))
	}
	if c.Certainty != placement.Holds {
		lines = append(lines, line(name+", the same", portion(c.Agreement)), line(name+", fewest moves", *c.FewestMoves))
		for _, m := range c.Members {
			lines = append(lines, line(name+", "+m.Organization, portion(m.Readings)))
		}
	}
	for _, counter := range c.Counters {
		var moves []string
		for _, m := range counter.Moves {
			moves = append(moves, fmt.Sprintf("%s of %s from %s to %s", m.Role, m.Task, m.From, m.To))
		}
		lines = append(lines, line(name+", counter", fmt.Sprintf("%s by %s", ids(counter.Organizations), ids(moves))))
	}
	return slices.Compact(lines) // one reading may be the counter of two organizations
}

func exact(yes bool) string { return map[bool]string{true: "exact", false: "bounds"}[yes] }

func findingResults(r findings.Review) []string {
	var lines []string
	for _, f := range r.Findings {
		value := fmt.Sprintf("%s, %s", f.Severity, f.Certainty)
		if len(f.DependsOn) > 0 {
			value += " on " + ids(f.DependsOn)
		}
		if len(f.Evidence) > 0 {
			value += "; evidence " + ids(f.Evidence)
		}
		lines = append(lines, line(strings.TrimSpace(f.Rule+" "+f.Subject.ID), value))
	}
	return lines
}

func headlineResults(r findings.Review) []string {
	var lines []string
	for i, h := range r.Headlines {
		lines = append(lines, line(strconv.Itoa(i+1), strings.TrimSpace(h.Rule+" "+h.Subject.ID)+", "+string(h.Certainty)))
	}
	return lines
}

func line(what string, value any) string { return fmt.Sprintf("%s = %v", what, value) }

func ids(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

func way(tasks []string) string {
	if len(tasks) == 0 {
		return "no way"
	}
	return strings.Join(tasks, "→")
}

func tenths(x float64) string { return decimals(x, 1) }

// index prints a number without decimals, a comma before the last three digits.
func index(x float64) string {
	s := decimals(x, 0)
	if n := len(s) - 3; n > 0 {
		s = s[:n] + "," + s[n:]
	}
	return s
}

func decimals(x float64, n int) string { return strconv.FormatFloat(x, 'f', n, 64) }

func optional[T any](x *T, format func(T) string) string {
	if x == nil {
		return "—"
	}
	return format(*x)
}

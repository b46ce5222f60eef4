package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/chart"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/drawings"
	"tasuki/render/drillpack"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// awkward are names made of what stands between the parts of sentences, lists
// and markup in both languages, or of what a form is filled in by.
var awkward = []string{
	"Night shift; operations", "夜間班。運用", "甲、乙", "Unit: one", "甲：乙", "Unit (one", "one) unit", `so "called"`, "「乙」", "a|b", "a / b", "A, B", "This. That",
	"{org}", "{1}", "{9} {2}", "%s", "%1", "%[2]d", "100 %", "&amp;", "*_b_*", "**", "`c`", "[x](y)", "<b>", `back\slash`, "# 1. - x",
	"Sure", "✓ Sure", "nobody", "none", "lead", "iDATA", "élan", "Acme Inc.", "乙社。", "u\u2028v", "nar\u00a0row", "全\u3000角", "Ａ；Ｂ",
}

// plainName is a name that no sentence holds and nothing takes for anything.
const plainName = "Qjxz"

// named returns the relay in which every text that a dataset brings is one name.
func namedRelay(t *testing.T, name string) *graph.Graph {
	t.Helper()
	d, err := graphtext.Parse(strings.Replace(samples.Relay, `org ops vendor "Operations"`, `org ops vendor contacts=Desk/5,Officer "Operations"`, 1))
	if err != nil {
		t.Fatal(err)
	}
	n := graph.Name{JA: name, EN: name}
	d.Name, d.Rules.Basis = n, n
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Name = n
		for j := range o.Contacts {
			o.Contacts[j].Name = n
		}
	}
	for i := range d.Tasks {
		d.Tasks[i].Name = n
	}
	for _, terms := range [][]graph.Term{d.Phases, d.Categories} {
		for i := range terms {
			terms[i].Name = n
		}
	}
	for i := range d.Assignments {
		if d.Assignments[i].Reading == graph.Uncertain {
			d.Assignments[i].Reason = n
		}
	}
	for i := range d.Flows {
		d.Flows[i].Name = n
		for j := range d.Flows[i].Handoffs {
			h := &d.Flows[i].Handoffs[j]
			h.Artifact, h.Basis.Says = n, n
		}
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// saidOf returns what every output says, as a reader sees it, by a name for each.
func saidOf(t *testing.T, name string, lang messages.Language) map[string]string {
	t.Helper()
	g := namedRelay(t, name)
	r := analysis.Analyze(g, rules.Options{})
	r.Hash = "" // digits of other facts
	title := graph.Name{JA: name, EN: name}
	plan, err := drill.PlanOf(g, "fault", graph.Scenario{Title: title, Objectives: []graph.Aim{{Text: title}}}, escalation.EscalationOptions{Without: []string{"hw"}})
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{
		"summary":  written(t, func(w io.Writer) error { return report.Summary(w, g, r, lang) }),
		"html":     readable("html", written(t, func(w io.Writer) error { return writePages(w, g, r, nil, lang) })),
		"markdown": readable("markdown", written(t, func(w io.Writer) error { return report.Markdown(w, g, r, nil, lang) })),
		"drill": readable("html", written(t, func(w io.Writer) error {
			return html.SheetHTML(w, lang.Lang, drillpack.DrillParticipant(g, plan, lang), drillpack.DrillContactSheet(g, plan, numbers.File{}, lang),
				drillpack.DrillFacilitator(g, plan, lang), drillpack.DrillEventSheet(g, plan, lang), drillpack.DrillRecordSheet(g, plan, "--dataset example", "fault", lang))
		})),
		"json":         fmt.Sprint(texts(t, report.ReviewOf(g, r))),
		"tables":       fmt.Sprint(texts(t, report.Tables(g, r, lang))),
		"lists":        fmt.Sprint(texts(t, []document.Listing{drillpack.DrillEvents(g, plan, lang), drillpack.DrillContacts(g, plan, lang)})),
		"dependencies": fmt.Sprint(texts(t, drawings.DependencyMap(g, r.Bottleneck, diagram.OverlayOf(r.FlowSPOFs, r.Bottleneck), lang))),
		"lanes":        fmt.Sprint(texts(t, drawings.Lanes(g, g.Flows()[0], diagram.OverlayOf(r.FlowSPOFs, r.Bottleneck), lang))),
		"ladder":       fmt.Sprint(texts(t, drawings.Ladder(g, plan.Escalation, lang))),
		"drill flow":   fmt.Sprint(texts(t, drawings.DrillFlow(g, plan, diagram.OverlayOf(r.FlowSPOFs, r.Bottleneck), lang))),
		"shares":       fmt.Sprint(texts(t, chart.ShareChart(g, r.Concentrations, lang))),
		"losses":       fmt.Sprint(texts(t, chart.LossChart(g, r.LossSets, lang))),
	}
	m, err := drawings.Matrix(g, drawings.Selection{}, diagram.Overlay{}, lang)
	if err != nil {
		t.Fatal(err)
	}
	said["matrix"] = fmt.Sprint(texts(t, m))
	for kind, write := range map[string]func(io.Writer) error{
		"bottleneck": func(w io.Writer) error { return report.BottleneckText(w, g, r.Bottleneck, lang) },
		"loss": func(w io.Writer) error {
			return report.LossText(w, g, loss.LossResult{Losses: r.Losses, LossSets: r.LossSets}, lang)
		},
		"spof": func(w io.Writer) error {
			return report.SPOFText(w, g, spof.PointsOfFailure{Flows: r.FlowSPOFs, Structure: &r.Structure}, lang)
		},
		"escalation": func(w io.Writer) error { return report.EscalationText(w, g, r.Escalations, lang) },
		"concentration": func(w io.Writer) error {
			return report.ConcentrationText(w, g, analysis.ReviewConcentration(g, rules.Options{}), lang)
		},
		"certainty": func(w io.Writer) error {
			return report.CertaintyText(w, g, analysis.CertaintyReview{Certainties: r.Certainties, Inference: r.Inference}, lang)
		},
	} {
		said[kind] = sentencesIn(written(t, write))
	}
	return said
}

// sentencesIn returns the lines of a text that are no lines of a table or below a
// title, since how wide these are follows from the names.
func sentencesIn(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); !strings.Contains(line, "  ") && strings.Trim(line, "-=") != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// texts returns every text in a value, in a stated order.
func texts(t *testing.T, value any) []string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	if err := enc.Encode(value); err != nil {
		t.Fatal(err)
	}
	var all []string
	dec := json.NewDecoder(&b)
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(string); ok {
			all = append(all, s)
		}
	}
}

// TestNamesStayWhole checks that in every output each name stands where a plain
// one would, with the same words around it.
func TestNamesStayWhole(t *testing.T) {
	for _, lang := range samples.Languages() {
		plain := saidOf(t, plainName, lang)
		for _, name := range awkward[:seeds.Count(len(awkward))] {
			for output, got := range saidOf(t, name, lang) {
				want := strings.ReplaceAll(plain[output], plainName, name)
				for _, stop := range []string{".", "。"} {
					if strings.HasSuffix(name, stop) {
						want = strings.ReplaceAll(strings.ReplaceAll(want, name+stop, name), "乙社。.", "乙社。")
					}
				}
				if !strings.Contains(plain[output], plainName) && output != "losses" {
					t.Fatalf("%s, %s: no name stands there", output, lang.Lang)
				}
				if got != want {
					at := 0
					for at < min(len(got), len(want)) && got[at] == want[at] {
						at++
					}
					t.Errorf("%s, %s, %q: got …%q, want …%q", output, lang.Lang, name, around(got, at), around(want, at))
				}
			}
		}
	}
}

func around(s string, at int) string { return s[max(0, at-60):min(len(s), at+60)] }

// TestIDsWithAFullStop checks that a sentence that ends in a name, which is the
// ID too, does not end twice.
func TestIDsWithAFullStop(t *testing.T) {
	d, err := graphtext.Parse("1: inc*\n2: inc*\nflow f from 1 to 2: 1 -> 2")
	if err != nil {
		t.Fatal(err)
	}
	const id = "Acme Inc."
	d.Organizations[0] = graph.Organization{ID: id, Name: graph.Text(id)}
	for i := range d.Assignments {
		d.Assignments[i].Organization = id
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	r := analysis.Analyze(g, rules.Options{})
	r.Hash = "" // digits of other facts
	for _, lang := range samples.Languages() {
		text := readable("markdown", written(t, func(w io.Writer) error { return report.Markdown(w, g, r, nil, lang) }))
		if strings.Contains(text, "Inc..") || !strings.Contains(text, id) {
			t.Errorf("%s: the report holds %q twice over or not at all", lang.Lang, id)
		}
	}
}

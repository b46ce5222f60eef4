package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/golden"
	"tasuki/internal/graphtext"
	"tasuki/internal/markup"
	"tasuki/internal/samples"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// review returns the review of g with judgements of the test's own.
func review(g *graph.Graph) findings.Review {
	r := analysis.Analyze(g, rules.Options{})
	about := rules.Subject{Kind: rules.AboutOrganization, ID: "ops"}
	says := findings.Statement{{Code: findings.WithoutSupport, Args: []any{2, 5}}}
	r.Headlines = []findings.Headline{
		{Rule: "bottleneck", Subject: about, Message: says, Certainty: placement.Holds},
		{Rule: "flow-stopped-by-organization", Subject: about, Message: says, Certainty: placement.Depends},
		{Rule: "concentration", Message: says, Certainty: placement.NotComputed},
	}
	r.Findings = []findings.Finding{
		{Rule: "bottleneck", Severity: findings.High, Subject: about, Message: says, Evidence: []string{"2", "4"}, Certainty: placement.Depends, DependsOn: []string{"2"}},
		{Rule: "flow-stopped-by-organization", Severity: findings.Low, Subject: about, Message: says, Evidence: []string{"fault"}, Certainty: placement.Holds},
	}
	return r
}

func sampleDrawings(lang messages.Language) []document.Drawing {
	return []document.Drawing{
		{
			File: "dependencies.svg", Kind: document.DependencyDrawing,
			Title: graph.Name{JA: "依存関係", EN: "Dependencies"}.In(lang.Lang), Alt: graph.Name{JA: "組織の図", EN: `Who hands "what" to whom`}.In(lang.Lang),
			SVG: []byte("<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"\" \"\">\n<!-- made -->\n<svg width=\"72pt\" height=\"36pt\"\n viewBox=\"0 0 72 36\" xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"><text>A &amp; B</text></g></svg>\n"),
		},
		{File: "concentration.svg", Kind: document.ShareDrawing, SVG: []byte("<svg><g id=\"d\"/></svg>")},
		{File: "loss.svg", Kind: document.LossDrawing, SVG: []byte("<svg><g id=\"e\"/></svg>")},
		{File: "flow-fault.svg", Kind: document.FlowDrawing, Subject: "fault", SVG: []byte("<svg width=\"10px\"><g id=\"b\"/></svg>")},
		{File: "ladder-fault.svg", Kind: document.LadderDrawing, Subject: "fault", SVG: []byte("<svg><g id=\"c\"/></svg>")},
	}
}

// pagesOf returns the pages of a report by their files, and the first of them, after
// checking all.
func pagesOf(t *testing.T, g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) (all map[string]string, first string) {
	t.Helper()
	files, err := HTML(g, r, drawings, lang)
	if err != nil {
		t.Fatal(err)
	}
	all, beside := map[string]string{}, map[string]string{}
	for _, f := range files {
		if path.Ext(f.Name) != ".html" {
			beside[f.Name] = string(f.Data)
			continue
		}
		all[f.Name] = string(f.Data)
		if !bytes.Contains(f.Data, []byte("<script>")) {
			t.Errorf("nothing searches %s", f.Name)
		}
	}
	markup.CheckPages(t, all, beside)
	if len(beside) != len(drawings) || files[0].Name != "index.html" {
		t.Errorf("%d drawings are beside %s, want %d", len(beside), files[0].Name, len(drawings))
	}
	return all, all["index.html"]
}

// everyPage returns the pages of a report behind each other.
func everyPage(t *testing.T, g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) string {
	t.Helper()
	all, _ := pagesOf(t, g, r, drawings, lang)
	var text strings.Builder
	for _, file := range slices.Sorted(maps.Keys(all)) {
		text.WriteString(all[file])
	}
	return text.String()
}

func TestHTML(t *testing.T) {
	g := samples.RelayGraph(t)
	shared := regexp.MustCompile(`(?s)<style>.*?</style>|<script>.*?</script>`)
	for _, lang := range samples.Languages() {
		all, _ := pagesOf(t, g, review(g), sampleDrawings(lang), lang)
		for file, page := range all {
			if file == "index.html" {
				// They stand in files of their own, word for word.
				for _, part := range []string{"style.css", "filter.js"} {
					text, err := os.ReadFile(map[string]string{"style.css": "../document/html/style.css", "filter.js": "html/filter.js"}[part])
					if err != nil {
						t.Fatal(err)
					}
					before, after, ok := strings.Cut(page, strings.TrimSpace(string(text)))
					if !ok {
						t.Errorf("%s in %s lacks %s", file, lang.Lang, part)
					}
					page = before + "{{" + part + "}}" + after
				}
			} else {
				page = shared.ReplaceAllString(page, "")
			}
			golden.Check(t, "report-"+string(lang.Lang)+"/"+file, []byte(page))
		}
	}
}

func TestHTMLOfNothing(t *testing.T) {
	g := graphtext.Graph(t, "")
	got := everyPage(t, g, analysis.Analyze(g, rules.Options{}), nil, messages.In(graph.English))
	for _, want := range []string{"No task has a lead", "Responsibility matrix", "id: example"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page of an empty dataset does not say %q", want)
		}
	}
}

func TestHTMLWithoutFlows(t *testing.T) {
	g := graphtext.Graph(t, "1: ops* hw\n2: hw*")
	got := everyPage(t, g, analysis.Analyze(g, rules.Options{}), nil, messages.In(graph.English))
	for _, want := range []string{
		"Single points of failure need flows, and none is declared.",
		"Whom to call next needs flows, and none is declared.",
		"Which flows break needs flows, and none is declared.",
		"How much work passes through an organization needs handoffs, and none is declared.",
		"id: example",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page of a dataset without flows does not say %q", want)
		}
	}
	if want := "Columns left out, as they are not known in any row: In, Out, Within, Through, Value, Normalized."; !strings.Contains(got, want) {
		t.Error("what needs handoffs is not said to be unknown")
	}
}

func TestHTMLEscapesData(t *testing.T) {
	const evil = `<script>alert("1")</script> & '2' {3} javascript:x`
	d, err := graphtext.Parse(samples.Relay)
	if err != nil {
		t.Fatal(err)
	}
	name := graph.Name{JA: evil, EN: evil}
	d.Name = name
	for i := range d.Organizations {
		d.Organizations[i].Name = name
		d.Organizations[i].Aliases = []string{evil + strings.Repeat("!", i)}
	}
	for i := range d.Tasks {
		d.Tasks[i].Name = name
		d.Tasks[i].Source.File = evil
	}
	d.Tasks = append(d.Tasks, graph.Task{ID: evil, Name: name})
	d.Assignments = append(d.Assignments, graph.Assignment{Task: evil, Organization: "ops", Role: graph.Lead, Reading: graph.Printed})
	d.Flows[0].Name = name
	d.Rules.Basis = name
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	r := review(g)
	r.Headlines[0].Message = findings.Statement{{Code: findings.WithoutMarks, Args: []any{rules.Subject{Kind: rules.AboutOrganization, ID: evil}}}}
	pictures := []document.Drawing{{File: evil, Kind: document.DependencyDrawing, Title: name.In(graph.English), Alt: name.In(graph.English), SVG: sampleDrawings(messages.In(graph.English))[0].SVG}}
	all, first := pagesOf(t, g, r, pictures, messages.In(graph.English))
	got := everyPage(t, g, r, pictures, messages.In(graph.English))
	if strings.Count(got, "<script") != len(all) || strings.Count(first, "<script") != 1 || strings.Contains(got, "'2'") || strings.Contains(got, `alert("1")`) {
		t.Error("text from the dataset reached the page as markup")
	}
	if !strings.Contains(got, "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;2&#39; {3}") {
		t.Error("text from the dataset did not reach the page whole")
	}
}

func TestHTMLRefusesDrawingsWithoutAPlace(t *testing.T) {
	g := samples.RelayGraph(t)
	for _, d := range []document.Drawing{
		{File: "x.svg", Kind: "map", SVG: []byte("<svg></svg>")},
		{File: "x.svg", Kind: document.FlowDrawing, Subject: "nosuch", SVG: []byte("<svg></svg>")},
		{File: "x.svg", Kind: document.DependencyDrawing, SVG: []byte("<html></html>")},
		{File: "x.svg", Kind: document.DependencyDrawing, SVG: []byte("")},
	} {
		_, err := HTML(g, review(g), []document.Drawing{d}, messages.In(graph.English))
		if err == nil || !strings.Contains(err.Error(), `"x.svg"`) {
			t.Errorf("drawing of kind %q about %q with %s: error %v", d.Kind, d.Subject, d.SVG, err)
		}
	}
}

// The figures of the page are those of results.json.
func TestPageAndResultsAgree(t *testing.T) {
	g := samples.RelayGraph(t)
	r := review(g)
	var b bytes.Buffer
	if err := ResultsJSON(&b, g, r); err != nil {
		t.Fatal(err)
	}
	if bytes.Count(b.Bytes(), []byte("\n")) != 1 {
		t.Error("results.json is not one line")
	}
	var results struct {
		Totals struct {
			LeadMarks int `json:"lead_marks"`
		} `json:"totals"`
		Bottleneck struct {
			Organizations []struct {
				Organization string  `json:"organization"`
				LeadMarks    int     `json:"lead_marks"`
				Percent      float64 `json:"lead_marks_percent"`
			} `json:"organizations"`
		} `json:"bottleneck"`
		Concentrations []struct {
			Organizations *struct {
				HHI float64 `json:"hhi"`
				CR1 float64 `json:"cr1"`
			} `json:"organizations"`
		} `json:"concentrations"`
	}
	if err := json.Unmarshal(b.Bytes(), &results); err != nil {
		t.Fatal(err)
	}
	first, all := results.Bottleneck.Organizations[0], results.Concentrations[0].Organizations
	got := markup.TextOf(everyPage(t, g, r, nil, messages.In(graph.English)))
	for _, want := range []string{
		fmt.Sprintf("(%s) leads %d of %d tasks, %.1f %%.", first.Organization, first.LeadMarks, len(g.Tasks()), 100*float64(first.LeadMarks)/float64(len(g.Tasks()))),
		fmt.Sprintf("HHI %.0f", all.HHI),
	} {
		want = regexp.MustCompile(`HHI (\d)(\d{3})$`).ReplaceAllString(want, "HHI $1,$2")
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestTexts(t *testing.T) {
	g := samples.RelayGraph(t)
	r := review(g)
	texts := []struct {
		name  string
		write func(io.Writer, messages.Language) error
	}{
		{"summary", func(w io.Writer, l messages.Language) error { return Summary(w, g, r, l) }},
		{"bottleneck", func(w io.Writer, l messages.Language) error { return BottleneckText(w, g, r.Bottleneck, l) }},
		{"loss", func(w io.Writer, l messages.Language) error {
			return LossText(w, g, loss.LossResult{Losses: r.Losses, LossSets: r.LossSets}, l)
		}},
		{"spof", func(w io.Writer, l messages.Language) error {
			return SPOFText(w, g, spof.PointsOfFailure{Flows: r.FlowSPOFs, Structure: &r.Structure}, l)
		}},
		{"escalation", func(w io.Writer, l messages.Language) error { return EscalationText(w, g, r.Escalations, l) }},
		{"concentration", func(w io.Writer, l messages.Language) error {
			return ConcentrationText(w, g, analysis.ReviewConcentration(g, rules.Options{}), l)
		}},
		{"certainty", func(w io.Writer, l messages.Language) error {
			return CertaintyText(w, g, analysis.CertaintyReview{Certainties: r.Certainties, Inference: r.Inference}, l)
		}},
		{"findings", func(w io.Writer, l messages.Language) error { return FindingsText(w, g, r.Findings, true, l) }},
		{"account", func(w io.Writer, l messages.Language) error {
			return AccountText(w, g, *g.Dataset().Account, []string{"README.md", "sub/"}, l)
		}},
	}
	for _, x := range texts {
		for _, lang := range samples.Languages() {
			var b bytes.Buffer
			if err := x.write(&b, lang); err != nil {
				t.Fatal(err)
			}
			golden.Check(t, "text/"+x.name+"-"+string(lang.Lang)+".txt", b.Bytes())
		}
	}
}

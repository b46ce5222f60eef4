package report_test

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// TestCertaintySaysWhatHangsOnInferredHandoffs has one of three handoffs inferred, without
// which nothing is left, and a way around another.
func TestCertaintySaysWhatHangsOnInferredHandoffs(t *testing.T) {
	d, err := graphtext.Parse("org a\n1: a*\n2: a*\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3, 1 -> 3\nflow g from 1 to 3: 1 -> 2 -> 3")
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Flows {
		for k := range d.Flows[i].Handoffs {
			h := &d.Flows[i].Handoffs[k]
			h.Basis.Inferred = h.From == "1" && h.To == "2"
		}
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	c := analysis.ReviewCertainty(g, rules.Options{})
	for lang, wants := range map[graph.Lang][]string{
		graph.English: {
			"2 of 5 handoffs, counted in each flow, are inferred", "Without the inferred handoffs 1 of 2 flows has no way.",
			"f            3         1  a way is left               none ", "g            2         1  no way is left              1 → 2 ",
		},
		graph.Japanese: {"1 → 2"},
	} {
		text := written(t, func(w io.Writer) error { return report.CertaintyText(w, g, c, messages.In(lang)) })
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing of\n%s", lang, want, text)
			}
		}
	}
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Readings  *string
		Inference struct {
			Handoffs, Inferred int
			Flows              []struct{ Hangs []struct{ Changes []string } }
		}
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if in := got.Inference; got.Readings == nil || in.Handoffs != 5 || in.Inferred != 2 || len(in.Flows) != 2 || in.Flows[1].Hangs[0].Changes[0] != "works" {
		t.Errorf("got %+v", got)
	}
}

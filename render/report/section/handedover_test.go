package section_test

import (
	"testing"

	"tasuki/graph"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

func TestHandedOverSaysItsTerms(t *testing.T) {
	for want, h := range map[string]graph.Handoff{
		"Notice (report)":                        {Kind: graph.Report, Artifact: graph.Text("Notice")},
		"[if severe] (optional) Notice (report)": {Kind: graph.Report, Artifact: graph.Text("Notice"), When: graph.Text("if severe"), Optional: true},
		"[if severe] sequence":                   {Kind: graph.Sequence, When: graph.Text("if severe")},
	} {
		got := ""
		for _, piece := range section.HandedOver(messages.Printer{Language: messages.In(graph.English)}, h) {
			got += piece.Text
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

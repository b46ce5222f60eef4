package section

import (
	"testing"

	"tasuki/internal/samples"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// A flow without its drawing says so, where the report has drawings at all.
func TestUndrawnFlowSaysSo(t *testing.T) {
	drawings := []document.Drawing{{Kind: document.FlowDrawing, Subject: "drawn"}}
	said := map[string]bool{}
	for _, lang := range samples.Languages() {
		p := messages.Printer{Language: lang}
		if b := FlowFigures(p, drawings, document.FlowDrawing, "drawn"); len(b) != 1 || b[0].Figure == nil {
			t.Errorf("%s: %+v, want a figure", lang.Lang, b)
		}
		b := FlowFigures(p, drawings, document.FlowDrawing, "other")
		if len(b) != 1 || len(b[0].Note) == 0 {
			t.Fatalf("%s: %+v, want a note", lang.Lang, b)
		}
		text := ""
		for _, part := range b[0].Note {
			text += part.Text
		}
		said[text] = true
	}
	if len(said) != 2 {
		t.Errorf("both languages say %v", said)
	}
	if b := FlowFigures(messages.Printer{}, nil, document.FlowDrawing, "other"); len(b) != 0 {
		t.Errorf("without drawings: %+v", b)
	}
}

package graphviz

import (
	"bytes"
	"context"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"tasuki/render/answer"
	"tasuki/render/encode"
	"tasuki/render/layout"
)

// What an answer says is in its picture to the letter, whatever it is.
func TestPicturesOfAnswers(t *testing.T) {
	hard := []string{
		`"quoted" <b>&amp;</b> \n \N \l back\slash {a|b}`, "原因調査を依頼する", `\\ \" &eacute;`, "👩‍🔧 שלום", "]]> <!-- -->", "%1", "ctrl \x1b",
	}
	var nodes []answer.AnswerNode
	var edges []answer.AnswerEdge
	for i, class := range []string{"Organization", "Task", "Flow", "Component", "Category", hard[0], hard[2]} {
		nodes = append(nodes, answer.AnswerNode{ID: hard[i], Class: class, Text: hard[i]})
		edges = append(edges, answer.AnswerEdge{From: hard[0], To: hard[i], Type: hard[i]})
	}
	dot := answer.AnswerDOT(nodes, edges)
	p, err := Layout(t.Context(), dot)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Layout(t.Context(), dot); err != nil || !bytes.Equal(encode.SVG(again), encode.SVG(p)) {
		t.Errorf("the same answer gives two pictures, %v", err)
	}
	if err := xml.Unmarshal(encode.SVG(p), new(any)); err != nil {
		t.Error(err)
	}
	if len(p.Parts) != len(nodes)+len(edges) {
		t.Fatalf("%d parts of %d nodes and %d edges", len(p.Parts), len(nodes), len(edges))
	}
	for i, part := range p.Parts {
		said := ""
		for _, text := range part.Texts {
			said += text.Text
			if text.Size == 0 || text.Color != layout.Ink {
				t.Errorf("part %d says %+v", i, text)
			}
		}
		want := strings.ReplaceAll(hard[i%len(hard)], "\x1b", "\ufffd")
		if i >= len(nodes) {
			want = strings.ToLower(want)
		}
		if got, want := strings.Join(strings.Fields(said), ""), strings.Join(strings.Fields(want), ""); got != want {
			t.Errorf("part %d says %q, want %q", i, got, want)
		}
		if i < len(nodes) && (part.Hint != nodes[i].Class || part.Room != layout.Hull(part.Outlines) || part.Room == (layout.Rect{})) {
			t.Errorf("part %d is %+v", i, part)
		}
	}
	if bold, plain := p.Parts[0].Outlines[0].Pen, p.Parts[1].Outlines[0].Pen; bold != 2 || plain != 1 {
		t.Errorf("the lines are %v and %v wide", bold, plain)
	}
}

func TestLayoutErrors(t *testing.T) {
	for _, bad := range []string{"", "digraph { a [", `digraph { a "`, "digraph { a } digraph { b }", "digraph { \x00 }", "graph { a -> b }",
		`digraph { a [style=filled, fillcolor="red:blue"] }`} {
		if p, err := Layout(t.Context(), bad); err == nil {
			t.Errorf("Layout(%q) = %+v, want an error", bad, p)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Layout(ended, "digraph { a }"); err == nil {
		t.Error("no error after the context ended")
	}
}

func TestBadLayouts(t *testing.T) {
	for _, text := range []string{
		"", "{}", `{"_draw_":[{"op":"?"}]}`, `{"_draw_":[{"op":"p"}]}`, `{"_draw_":[{"op":"c","color":"red"}]}`, `{"_draw_":[{"op":"c","color":"#12345"}]}`,
		`{"_draw_":[{"op":"C","grad":"linear"}]}`, `{"_draw_":[{"op":"S","style":"setlinewidth(x)"}]}`,
	} {
		if p, err := pictureOf([]byte(text)); err == nil {
			t.Errorf("a picture of %q: %+v", text, p)
		}
	}
}

// Each instruction of xdot becomes the outline that it paints.
func TestOutlines(t *testing.T) {
	p, err := pictureOf([]byte(`{"name":"n","_draw_":[{"op":"P","points":[[0,0],[0,9],[9,9],[9,0]]}],"objects":[{"_draw_":[
		{"op":"S","style":"dashed"},{"op":"c","grad":"none","color":"#112233"},{"op":"C","grad":"none","color":"#445566ff"},{"op":"E","rect":[5,5,2,3]},
		{"op":"S","style":"solid"},{"op":"S","style":"setlinewidth(3)"},{"op":"C","color":"#ffffff00"},{"op":"B","points":[[1,2],[3,4],[5,6],[7,8]]},{"op":"L","points":[[1,2],[3,4]]}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if want := (layout.Rect{Left: 0, Top: -9, Right: 9, Bottom: 0}); p.Frame != want {
		t.Errorf("the frame is %v", p.Frame)
	}
	want := []layout.Outline{
		{Kind: layout.EllipsePath, Points: []layout.Point{{X: 3, Y: -8}, {X: 7, Y: -2}}, Fill: "#445566", Line: "#112233", Pen: 1, Dashed: true},
		{Kind: layout.CurvePath, Points: []layout.Point{{X: 1, Y: -2}, {X: 3, Y: -4}, {X: 5, Y: -6}, {X: 7, Y: -8}}, Line: "#112233", Pen: 3},
		{Kind: layout.LinePath, Points: []layout.Point{{X: 1, Y: -2}, {X: 3, Y: -4}}, Line: "#112233", Pen: 3},
	}
	if got := p.Parts[0].Outlines; !slices.EqualFunc(got, want, func(a, b layout.Outline) bool {
		return slices.Equal(a.Points, b.Points) && a.Kind == b.Kind && a.Fill == b.Fill && a.Line == b.Line && a.Pen == b.Pen && a.Dashed == b.Dashed
	}) {
		t.Errorf("the outlines are %+v", got)
	}
}

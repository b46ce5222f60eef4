package graphviz

import (
	"bytes"
	"context"
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
	s, err := Layout(t.Context(), dot)
	if err != nil {
		t.Fatal(err)
	}
	p := s.Picture()
	if again, err := Layout(t.Context(), dot); err != nil || !bytes.Equal(encode.SVG(again.Picture()), encode.SVG(p)) {
		t.Errorf("the same answer gives two pictures, %v", err)
	}
	if len(s.Shapes) != len(nodes)+len(edges) || len(s.Arrows) != len(edges) {
		t.Fatalf("%d shapes and %d arrows of %d nodes and %d edges", len(s.Shapes), len(s.Arrows), len(nodes), len(edges))
	}
	for i, sh := range s.Shapes {
		want := strings.ReplaceAll(hard[i%len(hard)], "\x1b", "\ufffd")
		if i >= len(nodes) {
			want = strings.ToLower(want)
		}
		if got, want := strings.Join(strings.Fields(strings.Join(sh.Lines, "")), ""), strings.Join(strings.Fields(want), ""); got != want {
			t.Errorf("shape %d says %q, want %q", i, got, want)
		}
		if i < len(nodes) && sh.Hint != nodes[i].Class {
			t.Errorf("shape %d has the hint %q", i, sh.Hint)
		}
	}
	if bold, plain := s.Shapes[0].Pen, s.Shapes[1].Pen; bold != 2 || plain != 1 {
		t.Errorf("the lines are %v and %v wide", bold, plain)
	}
	for i, a := range s.Arrows {
		if from, to := s.Shapes[0], s.Shapes[i]; !touches(from, a.Points[0]) || !touches(to, a.HeadTip) {
			t.Errorf("arrow %d leads from %v to %v, not from %+v to %+v", i, a.Points[0], a.HeadTip, from, to)
		}
	}
}

// touches reports whether a point lies in a shape or at its border.
func touches(sh layout.Shape, p layout.Point) bool {
	r := layout.Around(sh.At, sh.W, sh.H).Grown(2)
	return r.Left <= p.X && p.X <= r.Right && r.Top <= p.Y && p.Y <= r.Bottom
}

func TestLayoutErrors(t *testing.T) {
	for _, bad := range []string{"", "digraph { a [", `digraph { a "`, "digraph { a } digraph { b }", "digraph { \x00 }", "graph { a -> b }"} {
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
		"", `{"objects":[{"pos":"1"}]}`, `{"objects":[{"pos":"a,2"}]}`, `{"objects":[{"pos":"1,2","width":"x"}]}`, `{"edges":[{"pos":"1,2 3,4 5,6 7,8"}]}`,
		`{"edges":[{"pos":"e,1,2"}]}`, `{"edges":[{"pos":"e,0,0 1,2 3,4 5,6 7,8","lp":"?"}]}`, `{"edges":[{"pos":"e,0,0 1,2 3,4 5,6 7"}]}`,
	} {
		if s, err := sceneOf([]byte(text)); err == nil {
			t.Errorf("a scene of %q: %+v", text, s)
		}
	}
}

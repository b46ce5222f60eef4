package paint

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/render/diagram"
	"tasuki/render/layout"
	"tasuki/render/messages/catalogue"
)

// column is a ladder of n boxes below each other under bands, one lane, with arrows from each
// to the next and from the first to the last.
func column(n int) layout.Picture {
	d := diagram.Diagram{ID: "c", Language: catalogue.In("en"), Title: "Column", Lanes: []diagram.Lane{{Title: "Desk"}, {Title: "Maker"}}}
	row := 0
	for i := range n {
		if i%12 == 0 {
			d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint("band ", i), Class: diagram.HeadingNode, Text: fmt.Sprintf("Band-%d.", i/12), Row: row})
			row++
		}
		d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint("t", i), Text: fmt.Sprintf("task%d.", i), Ref: fmt.Sprint("t", i), Row: row, Lane: i % 2})
		if i > 0 {
			d.Edges = append(d.Edges, diagram.Edge{From: fmt.Sprint("t", i-1), To: fmt.Sprint("t", i), Label: fmt.Sprintf("thing%d.", i)})
		}
		row++
	}
	d.Edges = append(d.Edges, diagram.Edge{From: "t0", To: fmt.Sprint("t", n-1)})
	return layout.SceneOf(d).Picture()
}

// Pages of one drawing have one scale, at which the smallest text is no smaller than 8
// points; larger paper makes no drawing smaller; no page but the last is under a third full.
func TestPagesAreReadable(t *testing.T) {
	p := Painter{Font: DefaultFont()}
	for _, n := range []int{2, 9, 30, 60, 100} {
		s := p.read(column(n), p.paintable)
		least := math.Inf(1)
		for _, k := range s.strokes {
			if k.text != "" {
				least = min(least, k.size)
			}
		}
		small, large := s.spread(A4), s.spread(A3)
		for _, pl := range []plan{small, large} {
			if pl.scale*least < 8-1e-9 {
				t.Errorf("%d boxes: the smallest text has %.2f points", n, pl.scale*least)
			}
			room := (pl.height - 2*margin - footer) / pl.scale
			for i, pg := range pl.pages {
				if h := pg.high - pg.low; h > room || i+1 < len(pl.pages) && h < room/3-exitRoom {
					t.Errorf("%d boxes: page %d of %d is %.0f of %.0f high", n, i+1, len(pl.pages), h, room)
				}
			}
		}
		if large.scale < small.scale || len(large.pages) > len(small.pages) {
			t.Errorf("%d boxes are %d pages at %.2f on A3, %d at %.2f on A4", n, len(large.pages), large.scale, len(small.pages), small.scale)
		}
	}
	if s := p.read(column(2), p.paintable); s.spread(A3).scale < 1.2 {
		t.Errorf("A3 enlarges a small drawing by %.2f", s.spread(A3).scale)
	}
}

// Each page repeats the heads of the lanes and the band that it goes on with, and says of
// each arrow that leaves it to where, and of each that comes in from where.
func TestPagesSayWhereArrowsGo(t *testing.T) {
	const n = 60
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).PDF(&b, A4, "Column", column(n)); err != nil {
		t.Fatal(err)
	}
	pages := pdftext.Pages(t, b.Bytes())
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	on := func(text string) int { // the page, from 0, on which a box stands
		for i, page := range pages {
			if strings.Contains(page, text) {
				return i
			}
		}
		t.Fatalf("no page has %q", text)
		return 0
	}
	for i, page := range pages {
		if strings.Count(page, "Maker") != 1 {
			t.Errorf("page %d has the head of a lane %d times", i+1, strings.Count(page, "Maker"))
		}
		for k := range n {
			if on(fmt.Sprintf("task%d.", k)) != i {
				continue
			}
			if band := fmt.Sprintf("Band-%d.", k/12); !strings.Contains(page, band) {
				t.Errorf("page %d has box %d without %s", i+1, k, band)
			}
			if k+1 < n && on(fmt.Sprintf("task%d.", k+1)) != i {
				if want := fmt.Sprintf("→ t%d (%d / %d)", k+1, i+2, len(pages)); !strings.Contains(page, want) {
					t.Errorf("page %d does not say %q", i+1, want)
				}
				if want := fmt.Sprintf("t%d (%d / %d) →", k, i+1, len(pages)); !strings.Contains(pages[i+1], want) {
					t.Errorf("page %d does not say %q", i+2, want)
				}
			}
		}
		if want := fmt.Sprintf("→ t%d (%d / %d)", n-1, len(pages), len(pages)); i+1 < len(pages) && !strings.Contains(page, want) {
			t.Errorf("page %d does not say %q of the long arrow", i+1, want)
		}
	}
}

// The head of an arrow, and what it hands over, stand on the page of the box that it leads to.
func TestPagesKeepHeadsWithTheirBoxes(t *testing.T) {
	p := Painter{Font: DefaultFont()}
	for n := 20; n < 60; n += 3 {
		s := p.read(column(n), p.paintable)
		pl := s.spread(A4)
		for _, a := range s.arrows {
			end := a.line[len(a.line)-1]
			for _, pg := range pl.pages[1:] {
				if border := pg.high; end.Y > border && end.Y-layout.HeadLength-2 < border {
					t.Errorf("%d boxes: a page begins between the head of an arrow at %.0f and its box, at %.0f", n, end.Y, border)
				}
			}
		}
	}
}

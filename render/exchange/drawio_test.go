package exchange

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/render/messages"
)

// place of a cell on its page.
type placeOf struct{ left, top, right, bottom float64 }

// TestDrawIO holds that files are read back as XML with every cell in its parent, boxes in
// their lanes and apart, and arrows between boxes.
func TestDrawIO(t *testing.T) {
	checkPages(t, "helpdesk", formats(t, helpdesk(t), messages.In(graph.Japanese))["drawio"])
	checkPages(t, "hostile", formats(t, hostileGraph(t), messages.In(graph.English))["drawio"])
	bruteforce.EachRandom(t, 60, func(t *testing.T, seed uint64, g *graph.Graph) {
		checkPages(t, fmt.Sprintf("seed %d", seed), formats(t, g, messages.In(graph.English))["drawio"])
	})
}

func checkPages(t *testing.T, name string, text []byte) {
	t.Helper()
	var file drawioFile
	d := xml.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(&file); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	pages := map[string]bool{}
	for _, page := range file.Pages {
		at := name + ", page " + page.Name
		if pages[page.ID] {
			t.Errorf("%s: a second page %s", at, page.ID)
		}
		pages[page.ID] = true
		checkCells(t, at, page.Model.Root.Cells)
	}
}

func checkCells(t *testing.T, at string, cells []cell) {
	t.Helper()
	byID, places := map[string]cell{}, map[string]placeOf{}
	var boxes []string
	for _, c := range cells {
		if _, twice := byID[c.ID]; twice {
			t.Errorf("%s: two cells %s", at, c.ID)
		}
		byID[c.ID] = c
		if c.ID != "0" && byID[c.Parent].ID == "" {
			t.Errorf("%s: %s is in %q, which is not there", at, c.ID, c.Parent)
		}
		if c.Vertex == 1 {
			p, outer := rectangle(t, c), places[c.Parent]
			places[c.ID] = placeOf{p.left + outer.left, p.top + outer.top, p.right + outer.left, p.bottom + outer.top}
			if strings.HasPrefix(c.ID, "box") {
				boxes = append(boxes, c.ID)
			}
		}
	}
	for i, id := range boxes {
		p := places[id]
		if lane, ok := places[byID[id].Parent]; ok && (p.left < lane.left || p.top < lane.top || p.right > lane.right || p.bottom > lane.bottom) {
			t.Errorf("%s: %s stands outside its lane: %v, %v", at, id, p, lane)
		}
		for _, other := range boxes[:i] {
			if q := places[other]; p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom {
				t.Errorf("%s: %s and %s overlap", at, id, other)
			}
		}
	}
	for _, c := range cells {
		if c.Edge == 1 && (byID[c.Source].Vertex != 1 || byID[c.Target].Vertex != 1) {
			t.Errorf("%s: %s leads from %q to %q", at, c.ID, c.Source, c.Target)
		}
	}
}

func rectangle(t *testing.T, c cell) placeOf {
	t.Helper()
	read := func(text string) float64 {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Errorf("%s: %v", c.ID, err)
		}
		return v
	}
	if c.Geometry == nil {
		t.Fatalf("%s has no place", c.ID)
	}
	x, y := read(c.Geometry.X), read(c.Geometry.Y)
	return placeOf{x, y, x + read(c.Geometry.Width), y + read(c.Geometry.Height)}
}

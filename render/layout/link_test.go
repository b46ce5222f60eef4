package layout

import "testing"

func TestLabelsLeadWhereTheirBoxLeads(t *testing.T) {
	box := func(l, top, r, b float64, href string) Part { return Part{Href: href, Room: Rect{l, top, r, b}} }
	for _, c := range []struct {
		name string
		part Part
		want string
	}{
		{"a label in a box", box(10, 10, 40, 20, ""), "#a"},
		{"a sign over its corner", box(94, -4, 104, 6, ""), "#a"},
		{"a label in the box that covers another", box(60, 12, 70, 18, ""), "#b"},
		{"a label beside all boxes", box(110, 10, 140, 20, ""), ""},
		{"a ground that is larger than a box", box(-50, -50, 150, 80, ""), ""},
		{"a part that leads somewhere itself", box(10, 10, 40, 20, "#c"), "#c"},
		{"an arrow, which takes no room", Part{}, ""},
		{"what only marks the heads of rows", Part{Room: Rect{10, 10, 40, 20}, Stub: true}, ""},
	} {
		parts := []Part{box(0, 0, 100, 30, "#a"), box(50, 10, 90, 20, "#b"), c.part}
		link(parts)
		if got := parts[2].Href; got != c.want {
			t.Errorf("%s leads to %q, want %q", c.name, got, c.want)
		}
	}
}

package paint

import (
	"cmp"
	"fmt"
	"slices"

	"tasuki/render/layout"
)

// What is said where arrows leave a page: lines of text above or below it.
const (
	exitSize  = 8.0
	exitLines = 2
	exitRoom  = exitLines*(exitSize+1) + 1
)

// continued paints a page of a plan of several: the heads of lanes, the band that the page
// goes on with, where arrows come from, the part of the drawing, and where arrows go.
func (p Painter) continued(doc *printout, s *scene, pl plan, i int) {
	pg, top := pl.pages[i], pl.height-margin
	if len(pl.pages) > 1 && pg.high < s.max.Y {
		for _, above := range []page{s.head(pg), s.bandAbove(pg)} {
			if above.high > above.low {
				p.strip(doc, s, pl, above, margin, top)
				top -= (above.high - above.low) * pl.scale
			}
		}
		if len(s.arrows) > 0 {
			p.exits(doc, s, pl, i, pg.high, top-exitSize)
			top -= exitRoom
		}
	}
	p.strip(doc, s, pl, pg, margin, top)
	if len(pl.pages) > 1 && pg.low > s.min.Y {
		p.exits(doc, s, pl, i, pg.low, top-(pg.high-pg.low)*pl.scale-exitSize-1)
	}
}

// bandAbove returns the band that heads the top of a page, its height being 0 when there is
// none or the page begins with one.
func (s *scene) bandAbove(pg page) page {
	at := page{left: pg.left, right: pg.right}
	for _, b := range s.boxes {
		if b.band && b.low >= pg.high-1 && (at.high == at.low || b.low < at.low) {
			at.low, at.high = b.low, b.high
		}
	}
	for _, b := range s.boxes {
		// What stands at the top of the page belongs to its own band.
		if b.band && b.high <= pg.high && b.high > pg.high-2*(b.high-b.low) {
			return page{left: pg.left, right: pg.right}
		}
	}
	return at
}

// tallestBand returns the height of the tallest band, 0 when there is none.
func (s *scene) tallestBand() float64 {
	tallest := 0.0
	for _, b := range s.boxes {
		if b.band {
			tallest = max(tallest, b.high-b.low)
		}
	}
	return tallest
}

// exit is where an arrow leaves a page, or comes into it, and what is said there.
type exit struct {
	x    float64
	text string
}

// exitsAt returns where arrows cross the upper or lower border of page i, from left to
// right: of one that leaves, to where, and of one that comes in, from where.
func (s *scene) exitsAt(pl plan, i int, border float64) []exit {
	pg := pl.pages[i]
	outside := func(y float64) bool { return y > pg.high || y < pg.low }
	var list []exit
	for _, a := range s.arrows {
		for k := 0; k+1 < len(a.line); k++ {
			from, to := a.line[k], a.line[k+1]
			if (from.Y > border) == (to.Y > border) {
				continue
			}
			x := from.X + (to.X-from.X)*(border-from.Y)/(to.Y-from.Y)
			if x < pg.left || x > pg.right {
				continue
			}
			e := exit{x, fmt.Sprintf("%s (%s) →", a.from, pl.numberOf(a.line[0]))}
			if outside(to.Y) {
				e.text = fmt.Sprintf("→ %s (%s)", a.to, pl.numberOf(a.line[len(a.line)-1]))
			}
			if !slices.ContainsFunc(list, func(o exit) bool { return o.text == e.text }) {
				list = append(list, e)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b exit) int { return cmp.Compare(a.x, b.x) })
	return list
}

// numberOf returns the number of the page on which a place is.
func (pl plan) numberOf(at layout.Point) string {
	n := slices.IndexFunc(pl.pages, func(pg page) bool {
		return at.X >= pg.left && at.X <= pg.right && at.Y >= pg.low && at.Y <= pg.high
	})
	return fmt.Sprintf("%d / %d", n+1, len(pl.pages))
}

// exits writes at a height where arrows cross a border of page i, each as near to its arrow
// as the others leave room, and how many found none.
func (p Painter) exits(doc *printout, s *scene, pl plan, i int, border, y float64) {
	doc.pdf.SetFont(typeface, "", exitSize)
	doc.pdf.SetTextColor(40, 40, 40)
	left := margin
	if stub := s.stub(); pl.pages[i].left > stub.left {
		left += (stub.right - stub.left) * pl.scale
	}
	ends, missing := [exitLines]float64{margin, margin}, 0
	for _, e := range s.exitsAt(pl, i, border) {
		text := p.paintable(e.text)
		width := p.Font.Width(text, exitSize)
		at := left + (e.x-pl.pages[i].left)*pl.scale
		line := 0
		if max(ends[1], at-width/2) < max(ends[0], at-width/2) {
			line = 1
		}
		x := max(ends[line], min(at-width/2, pl.width-margin-width))
		if x > at+width || x+width > pl.width-margin+1 {
			missing++
			continue
		}
		doc.write(x, pl.height-y+float64(line)*(exitSize+1), text)
		ends[line] = x + width + 6
	}
	if missing > 0 {
		text := fmt.Sprintf("+ %d", missing)
		doc.write(pl.width-margin-p.Font.Width(text, exitSize)+14, pl.height-y, text)
	}
}

package paint

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"tasuki/graph/said"
	"tasuki/render/layout"
)

// Paper is a size of paper, upright, in points.
type Paper struct{ width, height float64 }

// The papers that people print on.
var (
	A4 = Paper{595.28, 841.89}
	A3 = Paper{841.89, 1190.55}
)

// PaperNamed returns the paper called "a4" or "a3".
func PaperNamed(name string) (Paper, error) {
	switch strings.ToLower(name) {
	case "a4":
		return A4, nil
	case "a3":
		return A3, nil
	}
	return Paper{}, said.Errorf("no paper is called %q: use a4 or a3", name)
}

// How a drawing is put on paper.
const (
	margin   = 34.0    // 12 mm, which every printer can leave blank
	footer   = 14.0    // for the page number
	smallest = 8.0 / 9 // scale at which the smallest text, of 9 points, has 8
)

// page is a part of a drawing that fits a page.
type page struct{ left, right, low, high float64 }

// plan is how a drawing is spread over pages.
type plan struct {
	width, height float64 // of the paper, turned as it is used
	scale         float64
	pages         []page
}

// spread spreads a drawing over pages: upright or turned, whichever needs fewer
// and, of equal ones, allows the larger scale. A drawing is enlarged by as much as the
// paper is larger than A4, and not made smaller than smallest: what does not fit then goes
// on to further pages, all at one scale, cut where no box is cut. Larger paper that takes
// several pages makes nothing smaller.
func (s *scene) spread(p Paper) plan {
	most := p.width / A4.width
	upright, turned := s.spreadOn(p.width, p.height, most), s.spreadOn(p.height, p.width, most)
	better := len(turned.pages) < len(upright.pages)
	if len(turned.pages) == len(upright.pages) {
		better = turned.scale > upright.scale
	}
	if better {
		return turned
	}
	return upright
}

func (s *scene) spreadOn(width, height, most float64) plan {
	w, h := width-2*margin, height-2*margin-footer
	whole := min(most, w/(s.max.X-s.min.X), h/(s.max.Y-s.min.Y))
	if whole >= smallest {
		all := page{s.min.X, s.max.X, s.min.Y, s.max.Y}
		return plan{width, height, whole, []page{all}}
	}
	least := smallest
	if most > 1 {
		least = 1
	}
	cut := func(scale float64) []page {
		return s.cut(w/scale, (h-exitRoom)/scale, s.tallestBand()+exitRoom/scale)
	}
	best := plan{width, height, least, cut(least)}
	for percent := math.Floor(100 * most); percent > 100*least; percent -= 5 {
		if pages := cut(percent / 100); len(pages) == len(best.pages) {
			return plan{width, height, percent / 100, pages}
		}
	}
	return best
}

// cutUp cuts the drawing into pages of a size, column by column, each from the
// top down.
func (s *scene) cutUp(width, height float64) []page { return s.cut(width, height, 0) }

// cut does so with room to spare on all pages of a column but the first.
func (s *scene) cut(width, height, spare float64) []page {
	var across []layout.Interval
	for _, b := range s.boxes {
		across = append(across, layout.Interval{From: b.left, To: b.right})
	}
	stub := s.stub()
	var pages []page
	for at := s.min.X; at < s.max.X; {
		room := width
		if len(pages) > 0 {
			room -= min(width/2, stub.right-stub.left)
		}
		next := layout.Cut(at, s.max.X, room, across)
		pages = append(pages, s.rowsBelow(at, next, height, spare)...)
		at = next
	}
	return pages
}

// rows cuts a column of the drawing into pages, top first. All but the first
// have room for what is repeated at their top.
func (s *scene) rows(left, right, height float64) []page { return s.rowsBelow(left, right, height, 0) }

func (s *scene) rowsBelow(left, right, height, spare float64) []page {
	high, head, wide := s.max.Y, s.head(page{}), s.blocks(layout.HeadLength)
	// Where everything stands close together, what keeps its distance is the signs at the ends of
	// arrows, which are as wide as long, and then nothing but boxes and texts.
	tries := [][]layout.Interval{wide, s.blocks(layout.HeadLength / 2), s.solid()}
	for _, blocks := range tries {
		slices.SortStableFunc(blocks, func(a, b layout.Interval) int { return cmp.Compare(a.From, b.From) })
	}
	var pages []page
	for at := -high; at < -s.min.Y; {
		room := height
		if len(pages) > 0 {
			room -= min(height/2, head.high-head.low+spare)
		}
		near := layout.Near(at, room, wide)
		next := layout.Cut(at, -s.min.Y, room, near)
		for _, blocks := range tries[1:] {
			if layout.Clear(next, room, near) {
				break
			}
			blocks = layout.Near(at, room, blocks)
			if other := layout.Cut(at, -s.min.Y, room, blocks); layout.Clear(other, room, blocks) {
				next = other
				break
			}
		}
		pages = append(pages, page{left, right, -next, -at})
		at = next
	}
	return pages
}

// solid returns what the boxes and the lines of text cover, from the top down.
func (s *scene) solid() []layout.Interval {
	var blocks []layout.Interval
	for _, b := range s.boxes {
		blocks = append(blocks, layout.Interval{From: -b.high, To: -s.below(b)})
	}
	for _, k := range s.strokes {
		if k.text != "" {
			blocks = append(blocks, layout.Interval{From: -k.at.Y - k.size, To: -k.at.Y + k.size/3})
		}
	}
	return blocks
}

// blocks returns that and what the ends of arrows cover, with a distance. The head of an
// arrow stays with the box that it points to, and the sign at its tail, below which its
// line begins, with the box that it leaves.
func (s *scene) blocks(distance float64) []layout.Interval {
	blocks := s.solid()
	for _, a := range s.arrows {
		tail, head := -a.line[0].Y, -a.line[len(a.line)-1].Y
		blocks = append(blocks, layout.Interval{From: tail - layout.HeadLength, To: tail + distance}, layout.Interval{From: head - distance, To: head + layout.HeadLength + 2})
	}
	return blocks
}

// below returns where a box ends. A band as wide as the drawing heads what stands
// under it, so it ends inside the next box.
func (s *scene) below(b box) float64 {
	if !b.band || b.right-b.left < 0.9*(s.max.X-s.min.X) {
		return b.low
	}
	next := s.min.Y
	for _, other := range s.boxes {
		if other.high <= b.low {
			next = max(next, other.high-1)
		}
	}
	return next
}

package book

import (
	"fmt"

	"tasuki/render/paint"
)

// flow puts strips on pages.
type flow struct {
	*setter
	leaves  []*leaf
	y       float64
	begun   bool   // something stands on the page
	turned  bool   // the page is turned to its side
	chapter string // in which the next page begins
	waiting [][]strip
	places  map[string]paint.Place
	marks   []paint.Bookmark
}

func newFlow(s *setter) *flow {
	f := &flow{setter: s, places: map[string]paint.Place{}}
	f.add()
	return f
}

// add begins a page.
func (f *flow) add() {
	l := &leaf{chapter: f.chapter}
	l.Width, l.Height = f.paper.Size()
	if f.turned {
		l.Width, l.Height = l.Height, l.Width
	}
	f.leaves = append(f.leaves, l)
	f.y, f.begun = top, false
}

func (f *flow) leaf() *leaf { return f.leaves[len(f.leaves)-1] }

// left returns what is left of the page.
func (f *flow) left() float64 { return f.leaf().Height - bottom - f.y }

// page begins a page, unless nothing stands on this one, and puts on it what has
// waited for one.
func (f *flow) page() {
	if f.begun {
		f.add()
	}
	waiting := f.waiting
	f.waiting = nil
	for _, group := range waiting {
		if aside := group[len(group)-1].aside; aside != nil {
			f.sideways(aside)
		}
	}
	for _, group := range waiting {
		if group[len(group)-1].aside != nil {
			continue
		}
		if f.begun && heightOf(group) > f.left() {
			f.add()
		}
		f.put(group)
	}
}

// sideways puts strips on turned pages.
func (f *flow) sideways(strips []strip) {
	upright := *f.leaf()
	if !f.begun {
		f.leaves = f.leaves[:len(f.leaves)-1]
	}
	f.turned = true
	f.add()
	f.run(strips)
	f.turned, f.chapter = false, upright.chapter
	f.add()
}

// finish puts on pages what still waits for one.
func (f *flow) finish() {
	if len(f.waiting) > 0 {
		f.page()
	}
}

// run puts strips on pages, those together that are kept together.
func (f *flow) run(strips []strip) {
	for len(strips) > 0 {
		n := 1
		for n < len(strips) && strips[n-1].keep {
			n++
		}
		f.group(strips[:n])
		strips = strips[n:]
	}
}

// group puts strips on one page, if one can hold them: on this one, or on the
// next. What may wait for that does.
func (f *flow) group(group []strip) {
	last := group[len(group)-1]
	if last.aside != nil {
		f.waiting = append(f.waiting, group)
		return
	}
	full := f.leaf().Height - top - bottom
	if last.floats && len(f.waiting) > 0 {
		f.waiting = append(f.waiting, group)
		return
	}
	if !f.fits(group) && f.begun {
		if room := f.left() - heightOf(group) + last.height; last.fit != nil && last.fit(room) {
			group[len(group)-1].height = room
		} else if last.floats && group[0].chapter == "" {
			f.waiting = append(f.waiting, group)
			return
		}
	}
	again := group[0].head
	for !f.fits(group) && f.begun {
		f.page()
		if again != nil && heightOf(again)+heightOf(group) <= f.left() {
			f.put(again)
			break
		}
		if heightOf(group) > full {
			break
		}
	}
	if heightOf(group) <= f.left() {
		f.put(group)
		return
	}
	for i := range group {
		if f.begun && group[i].height > f.left() {
			f.page()
		}
		f.put(group[i : i+1])
	}
}

// fits reports whether strips fit what is left of the page.
func (f *flow) fits(group []strip) bool { return max(heightOf(group), group[0].need) <= f.left() }

// heightOf returns how high strips are, with the space between them.
func heightOf(group []strip) (sum float64) {
	for _, s := range group {
		sum += s.before + s.height
	}
	return sum
}

// put puts strips on the page.
func (f *flow) put(group []strip) {
	for _, s := range group {
		if f.begun {
			f.y += s.before
		}
		if s.chapter != "" {
			f.chapter = s.chapter
			if !f.begun {
				f.leaf().chapter = s.chapter
			}
		}
		at := paint.Place{Leaf: len(f.leaves) - 1, Y: max(0, f.y-6)}
		for _, id := range s.places {
			if _, ok := f.places[id]; !ok {
				f.places[id] = at
			}
		}
		if s.mark != "" {
			f.marks = append(f.marks, paint.Bookmark{Title: s.mark, Level: s.level, Place: at})
		}
		if s.paint != nil {
			s.paint(f.leaf(), f.y)
		}
		f.y += s.height
		f.begun = true
	}
}

// book returns the pages with their numbers, and with where links lead.
func (f *flow) book() paint.Book {
	b := paint.Book{Title: f.fullTitle(), Lang: string(f.Lang), Bookmarks: f.marks}
	if !f.begun && len(f.leaves) > 1 {
		f.leaves = f.leaves[:len(f.leaves)-1]
	}
	for i, l := range f.leaves {
		if i > 0 {
			f.running(l)
		}
		f.atEnd(l, fmt.Sprintf("%d / %d", i+1, len(f.leaves)), l.Width-right, l.Height-bottom+24, noteSize)
		for _, n := range l.numbers {
			f.atEnd(l, fmt.Sprint(f.places[n.to].Leaf+1), n.x, n.y, n.size)
		}
		for _, k := range l.links {
			if to, ok := f.places[k.to]; ok {
				l.Links = append(l.Links, paint.Link{X: k.x, Y: k.y, W: k.w, H: k.h, To: to})
			}
		}
		b.Leaves = append(b.Leaves, l.Leaf)
	}
	return b
}

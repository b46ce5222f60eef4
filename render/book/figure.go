package book

import (
	"tasuki/render/document"
	"tasuki/render/paint"
)

// mostPages is how many pages a drawing may take. What takes more is named only.
const mostPages = 4

// figure sets a drawing below its title: whole where its text can still be read,
// and else on several pages.
func (s *setter) figure(f *document.Figure) []strip {
	drawing, ok := s.Drawn(s.Painter, f.Drawing)
	if !ok {
		return nil
	}
	least := min(1, drawing.Least(leastDrawn))
	width, height := drawing.Size()
	paperWide, paperHigh := s.paper.Size()
	title := 3 + noteSize*leading*float64(len(s.title(f.Title))) + 4
	full, turnedWide, turnedHigh := paperHigh-top-bottom-title, paperHigh-left-right, paperWide-top-bottom-title
	if scale := min(1, s.width/width, max(0.6*full/height, min(least, full/height))); scale >= least {
		return s.whole(f, drawing, scale, least)
	}
	if scale := min(1, turnedWide/width, turnedHigh/height); scale >= least {
		return []strip{{aside: s.whole(f, drawing, scale, scale), floats: true}}
	}
	upright, turned := drawing.CutTo(s.width, full, least), drawing.CutTo(turnedWide, turnedHigh, least)
	aside := len(turned) < len(upright)
	cuts := upright
	if aside {
		cuts = turned
	}
	if len(cuts) > mostPages {
		return s.paragraph(document.Words(s.Plain("The drawing “{1}” would take {2} pages at a size that can be read: see {3}.", f.Title, len(cuts), f.File)), look{size: noteSize, color: soft}, 0, 6)
	}
	var list []strip
	for i, cut := range cuts {
		list = append(list, s.cut(f, cut, s.Plain("{1} ({2} of {3})", f.Title, i+1, len(cuts)))...)
	}
	if aside {
		return []strip{{aside: list, floats: true}}
	}
	for i := range list {
		list[i].floats = true
	}
	return list
}

// whole sets a drawing at a scale, which may become smaller to fit a page.
func (s *setter) whole(f *document.Figure, drawing paint.Figure, scale, least float64) []strip {
	list := s.cut(f, drawing.Whole(scale), f.Title)
	last := &list[len(list)-1]
	last.places, last.floats = []string{f.ID}, true
	shown := drawing.Whole(scale)
	last.paint = func(on *leaf, y float64) { s.hang(on, shown, y) }
	last.fit = func(height float64) bool {
		_, high := drawing.Size()
		if height -= 4; height < least*high {
			return false
		}
		shown = drawing.Whole(min(scale, height/high))
		return true
	}
	return list
}

// title sets the title of a drawing, which stays with it.
func (s *setter) title(text string) []strip {
	list := s.paragraph(document.Words(text), look{noteSize, true, soft}, 0, 10)
	for i := range list {
		list[i].keep = true
	}
	return list
}

// cut sets a part of a drawing below a title.
func (s *setter) cut(f *document.Figure, cut paint.Cut, title string) []strip {
	list := s.title(title)
	_, height := cut.Size()
	return append(list, strip{before: 3, height: height + 4, places: []string{f.ID}, paint: func(on *leaf, y float64) { s.hang(on, cut, y) }})
}

// hang puts a part of a drawing in the middle between the margins.
func (s *setter) hang(on *leaf, cut paint.Cut, y float64) {
	width, _ := cut.Size()
	on.Cuts = append(on.Cuts, paint.Placed{Cut: cut, X: left + max(0, (on.Width-left-right-width)/2), Y: y})
}

package page

import "strings"

// settle turns a page upright whose text runs down or up, as that of a wide table on a
// tall page does, and tells where its words stand.
func (p *Page) settle() {
	var turns [4]int
	for _, g := range p.Glyphs {
		turns[g.Turn]++
	}
	most := 0
	for i, n := range turns {
		if n > turns[most] {
			most = i
		}
	}
	for ; most > 0; most-- {
		p.turnBack()
	}
	var kept []Glyph
	for from := 0; from < len(p.Glyphs); {
		to := from + 1
		for to < len(p.Glyphs) && !p.Glyphs[to].Begins {
			to++
		}
		if text := p.Glyphs[from:to]; place(text) {
			kept = append(kept, text...)
		} else {
			p.Outside += letters(text)
		}
		from = to
	}
	p.Glyphs = kept
}

func letters(text []Glyph) int {
	n := 0
	for _, g := range text {
		if strings.TrimSpace(g.Text) != "" {
			n++
		}
	}
	return n
}

// place tells where the words of a text stand, and reports whether any of it shows.
// What runs out of its cell and is not shown belongs to what is.
func place(text []Glyph) bool {
	var hidden []int
	shows := -1
	for from := 0; from < len(text); {
		to := from + 1
		for to < len(text) && text[to-1].continues(text[to]) {
			to++
		}
		a := none
		for _, g := range text[from:to] {
			if !g.Cut {
				a = a.with(g.Left, g.Top).with(g.Right, g.Bottom)
			}
		}
		for i := from; i < to; i++ {
			if text[i].X, text[i].Y = (a.left+a.right)/2, (a.top+a.bottom)/2; a == none {
				hidden = append(hidden, i)
			}
		}
		if shows < 0 && a != none {
			shows = from
		}
		from = to
	}
	for _, i := range hidden {
		if shows >= 0 {
			text[i].X, text[i].Y = text[shows].X, text[shows].Y
		}
	}
	return shows >= 0
}

// continues reports whether another character belongs to the word of this one.
func (g Glyph) continues(other Glyph) bool {
	near := g.Size / 4
	return strings.TrimSpace(g.Text) != "" && strings.TrimSpace(other.Text) != "" && g.Turn == other.Turn &&
		max(other.Left-g.Right, g.Left-other.Right) < near && max(other.Top-g.Bottom, g.Top-other.Bottom) < near
}

// turnBack turns a page by a quarter, counterclockwise.
func (p *Page) turnBack() {
	width := p.Width
	p.Width, p.Height = p.Height, width
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		g.Left, g.Right, g.Top, g.Bottom = g.Top, g.Bottom, width-g.Right, width-g.Left
		g.Turn = (g.Turn + 3) % 4
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		if r.Across {
			r.From, r.To = width-r.To, width-r.From
		} else {
			r.At = width - r.At
		}
		r.Across = !r.Across
	}
}

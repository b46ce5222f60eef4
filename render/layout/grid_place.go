package layout

// PlaceColumns decides every position from left to right, the grid beginning at
// 0.
func (g *grid) PlaceColumns() {
	at, lanes := 0.0, len(g.D.Lanes)
	for lane := 0; lane <= lanes; lane++ {
		begin := at
		g.gutterAt = append(g.gutterAt, begin+gutterPad+signPad)
		at += g.gutterWidth(lane)
		switch lane {
		case lanes: // the first, where there is none
			g.edge = append(g.edge, at)
			return
		case 0:
			g.edge = append(g.edge, begin)
		default:
			g.edge = append(g.edge, g.border(lane, begin))
		}
		g.LaneX = append(g.LaneX, at)
		at += g.Boxes[lane]
	}
}

// border returns where two lanes meet in a gutter that begins at begin: between two of its
// tracks, or between the only one and the box, since it would hide an arrow along it.
func (g *grid) border(gutter int, begin float64) float64 {
	first := begin + gutterPad + signPad
	switch tracks := g.gutters[gutter]; tracks {
	case 0:
		return first
	case 1:
		return first + gutterPad/2
	default:
		return first + (float64((tracks-1)/2)+0.5)*trackPitch
	}
}

// PlaceRows decides every position from top to bottom.
func (g *grid) PlaceRows(top float64) {
	at := top
	g.channelAt, g.RowY = nil, nil
	for row := 0; row <= g.rows; row++ {
		if row > 0 {
			at += g.exitRoom[row-1]
		}
		at += channelPad
		g.channelAt = append(g.channelAt, at)
		at += float64(g.channels[row]) * trackPitch
		if row == g.rows {
			break
		}
		at += max(arrowRoom, g.entryRoom[row]+3)
		g.RowY = append(g.RowY, at)
		at += g.RowHeight[row]
	}
	g.bottom = at
}

// Chain returns the corners of an arrow from the border of the box that it
// leaves to the top of the box that it leads to.
func (g *grid) Chain(i int) []Point {
	from, to, w := g.from(g.D.Edges[i]), g.to(g.D.Edges[i]), g.ways[i]
	x, width := g.LaneX[from.Lane], g.Boxes[from.Lane]
	at := Point{x + w.exit*width, g.RowY[from.Row] + g.RowHeight[from.Row]}
	if w.side != bottomSide {
		at = Point{x + float64(max(0, w.side))*width, g.RowY[from.Row] + w.exit*g.RowHeight[from.Row]}
	}
	end := Point{g.LaneX[to.Lane] + g.portX(to.Lane, g.ends[i].port), g.RowY[to.Row]}
	chain := []Point{at}
	turn := func(p Point) {
		chain = append(chain, p)
		at = p
	}
	if w.first != nil {
		turn(Point{at.X, g.level(w.first)})
	}
	if w.gutter != nil {
		turn(Point{g.gutterAt[w.gutter.line] + float64(w.gutter.track)*trackPitch, at.Y})
	}
	if w.final != nil {
		turn(Point{at.X, g.level(w.final)})
	}
	turn(Point{end.X, at.Y})
	return append(chain, end)
}

// level returns how far down a segment in a channel runs.
func (g *grid) level(s *segment) float64 {
	return g.channelAt[s.line] + float64(s.track)*trackPitch
}

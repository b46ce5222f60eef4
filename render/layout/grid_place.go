package layout

// PlaceColumns decides every position from left to right, the grid beginning at
// 0. Tracks that no arrow runs along take no room.
func (g *grid) PlaceColumns() {
	at, lanes := 0.0, len(g.D.Lanes)
	for lane := 0; lane <= lanes; lane++ {
		begin := at
		track := begin + gutterPad
		for k := range g.gutter {
			g.columnAt = append(g.columnAt, track)
			if g.busy(g.gutterColumn(lane, k), vertical) {
				track += trackPitch
			}
		}
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
		for port := range g.ports {
			g.columnAt = append(g.columnAt, at+g.portX(lane, port))
		}
		at += g.Boxes[lane]
	}
}

// border returns where two lanes meet in a gutter that begins at begin: between two tracks
// in use, or between the only one and the box, since it would hide an arrow along it.
func (g *grid) border(gutter int, begin float64) float64 {
	switch busy := g.busyTracks(gutter); busy {
	case 0:
		return begin + gutterPad
	case 1:
		return begin + 1.5*gutterPad
	default:
		return begin + gutterPad + (float64((busy-1)/2)+0.5)*trackPitch
	}
}

// PlaceRows decides every position from top to bottom.
func (g *grid) PlaceRows(top float64) {
	at := top
	for row := 0; row <= g.rows; row++ {
		if row > 0 {
			at += g.exitRoom[row-1]
		}
		at += channelPad
		for track := range g.channel {
			g.rowAt = append(g.rowAt, at)
			if g.busy(g.channelRow(row, track), horizontal) {
				at += trackPitch
			}
		}
		if row == g.rows {
			break
		}
		at += max(arrowRoom, g.entryRoom[row]+3)
		g.RowY = append(g.RowY, at)
		for side := range sideLines {
			g.rowAt = append(g.rowAt, at+g.RowHeight[row]*float64(side+1)/(sideLines+1))
		}
		at += g.RowHeight[row]
	}
	g.bottom = at
}

// busy reports whether an arrow runs along a line of the maze.
func (g *grid) busy(line int, along direction) bool {
	m := g.maze
	if along == horizontal {
		for x := range m.x {
			if m.used[m.vertex(x, line)]&along != 0 {
				return true
			}
		}
		return false
	}
	for y := range m.y {
		if m.used[m.vertex(line, y)]&along != 0 {
			return true
		}
	}
	return false
}

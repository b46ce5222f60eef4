package bpmn

// The sizes of the picture, in its points.
const (
	columnWidth = 160
	slotHeight  = 110
	bandHead    = 30
	boxWidth    = 110
	boxHeight   = 70
	circle      = 36
	diamond     = 50
)

// layout gives every part a place: its column by how many arrows lead to it from where work
// starts, its row by the lane that it stands in, below what stands there already.
func (s *sketch) layout() {
	next, in := map[*part][]*part{}, map[*part]int{}
	for _, a := range s.arrows {
		next[a.from] = append(next[a.from], a.to)
		in[a.to]++
	}
	column := map[*part]int{}
	var queue []*part
	spread := func() {
		for ; len(queue) > 0; queue = queue[1:] {
			for _, to := range next[queue[0]] {
				if column[to] == 0 {
					column[to], queue = column[queue[0]]+1, append(queue, to)
				}
			}
		}
	}
	for _, p := range s.parts {
		if in[p] == 0 {
			column[p], queue = 1, append(queue, p)
		}
	}
	spread()
	most := 1
	for _, p := range s.parts {
		if column[p] == 0 { // in a circle that nothing leads into
			column[p], queue = 1, append(queue, p)
			spread()
		}
		p.column = column[p]
		most = max(most, p.column)
	}
	var loose []*part // that nobody leads
	for _, p := range s.parts {
		if p.org == "" {
			loose = append(loose, p)
		}
	}
	left := bandHead + depth(s.bands)*bandHead
	s.width = left + most*columnWidth
	y := inRows(loose, left, 0)
	for _, b := range s.bands {
		y = b.place(bandHead, y, left, s.width)
	}
	s.height = max(y, slotHeight)
}

func depth(list []*band) int {
	n := 0
	for _, b := range list {
		n = max(n, 1+depth(b.inner))
	}
	return n
}

// inRows puts parts below y, those of one column below each other, and returns where they
// end.
func inRows(parts []*part, x, y int) int {
	slots, most := map[int]int{}, 0
	for _, p := range parts {
		p.slot = slots[p.column]
		slots[p.column]++
		most = max(most, slots[p.column])
		p.w, p.h = boxWidth, boxHeight
		switch {
		case p.mark != "":
			p.w, p.h = circle, circle
		case p.task == nil:
			p.w, p.h = diamond, diamond
		}
		p.x = x + (p.column-1)*columnWidth + columnWidth/2 - p.w/2
		p.y = y + p.slot*slotHeight + slotHeight/2 - p.h/2
	}
	return y + most*slotHeight
}

// place puts a lane below y, its parts from left on, and returns where it ends.
func (b *band) place(x, y, left, right int) int {
	b.x, b.y, b.w = x, y, right-x
	y = inRows(b.parts, left, y)
	for _, in := range b.inner {
		y = in.place(x+bandHead, y, left, right)
	}
	b.h = max(y-b.y, slotHeight)
	return b.y + b.h
}

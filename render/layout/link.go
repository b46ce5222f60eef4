package layout

// link lets what says something about a linked box lead where the box leads: labels
// and signs are parts of their own, painted over it, and whoever points at one means
// the box.
func link(parts []Part) {
	var boxes []Part
	for i, p := range parts {
		if p.Href != "" {
			if !p.Room.empty() {
				boxes = append(boxes, p)
			}
			continue
		}
		if p.Room.empty() || p.Stub {
			continue
		}
		// The box that was painted last is the one that is seen there.
		for k := len(boxes) - 1; k >= 0; k-- {
			if p.over(boxes[k]) {
				parts[i].Href, parts[i].Subject = boxes[k].Href, boxes[k].Subject
				break
			}
		}
	}
}

// over reports whether a part stands on a box: its middle does, and it is no larger.
func (p Part) over(box Part) bool {
	x, y := (p.Room.Left+p.Room.Right)/2, (p.Room.Top+p.Room.Bottom)/2
	return box.Room.Left <= x && x <= box.Room.Right && box.Room.Top <= y && y <= box.Room.Bottom &&
		p.Room.Bottom-p.Room.Top <= box.Room.Bottom-box.Room.Top && p.Room.Right-p.Room.Left <= box.Room.Right-box.Room.Left
}

func (r Rect) empty() bool { return r.Right <= r.Left || r.Bottom <= r.Top }

package readiness

import "tasuki/graph/hours"

// times are times in order, none touching the next.
type times struct{ list [][2]hours.Moment }

// add takes in a time that begins no earlier than the last one ends.
func (t *times) add(from, to hours.Moment) {
	if n := len(t.list); n > 0 && t.list[n-1][1] == from {
		t.list[n-1][1] = to
		return
	}
	t.list = append(t.list, [2]hours.Moment{from, to})
}

// hours counts the hours of the week with a minute of them.
func (t times) hours(w *Week) int {
	last, n := -1, 0
	for _, x := range t.list {
		w.hoursIn(x[0], x[1], func(h int) {
			if h > last {
				last = h
				n++
			}
		})
	}
	return n
}

func (t times) stretches(w *Week) []Stretch {
	list := []Stretch{}
	for _, x := range t.list {
		list = append(list, w.stretch(x[0], x[1]))
	}
	return list
}

package pdf

import "slices"

// settle lets marks that stand beside headings under which nothing stands be under them,
// as where headings are in the middle of their columns and marks at the left: columns
// without a heading and headings without a text take turns, as many of one as of the
// other. It returns how many texts they are, and the headings.
func (l *loose) settle() (moved int, heads []string) {
	body, title := map[*column][]*spot{}, map[*column]string{}
	for i, line := range l.lines {
		for _, s := range line {
			if i > l.columns.last && !s.again {
				body[s.first] = append(body[s.first], s)
			} else if i >= l.columns.seed && !s.again && title[s.first] == "" {
				title[s.first] = s.text
			}
		}
	}
	list := slices.DeleteFunc(slices.Clone(l.columns.list), func(c *column) bool { return c.above })
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && halved(list[to], body) && (to == from || list[to].headed != list[to-1].headed) {
			to++
		}
		for run := list[from:to]; len(run)%2 == 0 && len(run) > 0 && (to == len(list) || !halved(list[to], body)); run = run[2:] {
			head, marks := run[0], run[1]
			if !head.headed {
				head, marks = marks, head
			}
			for _, s := range body[marks] {
				s.first, s.last = head, head
				moved++
			}
			heads = append(heads, title[head])
			l.columns.list = slices.DeleteFunc(l.columns.list, func(c *column) bool { return c == marks })
		}
		for from = max(to, from+1); from < len(list) && to > 0 && halved(list[from-1], body) && halved(list[from], body); from++ {
		}
	}
	return moved, heads
}

// halved reports whether a column lacks its texts, or marks lack their heading.
func halved(c *column, body map[*column][]*spot) bool {
	if c.headed {
		return len(body[c]) == 0
	}
	return len(body[c]) > 0 && !slices.ContainsFunc(body[c], func(s *spot) bool { return !s.isNarrow() })
}

package pdf

import "slices"

// settle lets marks that stand beside a heading under which nothing stands be under it,
// as where headings are in the middle of their columns and marks at the left: there is no
// other place for either. It returns how many they are, and the headings.
func (l *loose) settle() (moved int, heads []string) {
	body := map[*column][]*spot{}
	title := map[*column]string{}
	for i, line := range l.lines {
		for _, s := range line {
			if i > l.columns.last && !s.again {
				body[s.first] = append(body[s.first], s)
			} else if i >= l.columns.seed && !s.again {
				title[s.first] = s.text
			}
		}
	}
	list := slices.DeleteFunc(slices.Clone(l.columns.list), func(c *column) bool { return c.above })
	for i, head := range list {
		if !head.headed || len(body[head]) > 0 {
			continue
		}
		var beside []*column
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(list) && !list[j].headed && onlyMarks(body[list[j]]) && !l.claimed(list, j, head, body) {
				beside = append(beside, list[j])
			}
		}
		if len(beside) != 1 {
			continue
		}
		for _, s := range body[beside[0]] {
			s.first, s.last = head, head
			moved++
		}
		heads = append(heads, title[head])
		l.columns.list = slices.DeleteFunc(l.columns.list, func(c *column) bool { return c == beside[0] })
	}
	return moved, heads
}

// claimed reports whether a column without a heading may as well belong to another one
// than the heading given.
func (l *loose) claimed(list []*column, j int, head *column, body map[*column][]*spot) bool {
	for _, k := range []int{j - 1, j + 1} {
		if k >= 0 && k < len(list) && list[k] != head && (!list[k].headed || len(body[list[k]]) == 0) {
			return true
		}
	}
	return false
}

func onlyMarks(spots []*spot) bool {
	return len(spots) > 0 && !slices.ContainsFunc(spots, func(s *spot) bool { return !s.isNarrow() })
}

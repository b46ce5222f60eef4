package typeset

import (
	"cmp"
	"strings"
)

// Evenly wraps one paragraph into as many lines as it needs, or one more, if that is not
// above most, where phrases of Japanese would be parted otherwise. The breaks part the least
// of what reads as one, and then the widest line is the narrowest; ties go to the earlier
// breaks. It takes time O(lines n²) for n places where the text may break.
func Evenly(text string, em float64, most int) []string {
	text = Spaced(text)
	lines := tight(text, hundredths(em), emsOf)
	if len(lines) == 1 || !(LongestWord(text) <= em) {
		return Wrap(text, em)
	}
	at, costs := []int{0}, []int{0}
	for i := range text {
		if i > 0 && Breakable(text, i) && text[i-1] != ' ' {
			at, costs = append(at, i), append(costs, Parting(text, i))
		}
	}
	at, costs = append(at, len(text)), append(costs, 0)

	// best[j] is the best way to set text[:at[j]] in the lines so far.
	best := make([]*setting, len(at))
	best[0] = &setting{}
	for range lines {
		best = nextLine(text, at, costs, best, em)
	}
	last := best[len(at)-1]
	if last == nil {
		return lines
	}
	if last.partings > nothingParted && len(lines) < most {
		if more := nextLine(text, at, costs, best, em)[len(at)-1]; more != nil && more.partings < last.partings {
			last, lines = more, append(lines, "")
		}
	}
	for i := len(lines) - 1; i >= 0; i-- {
		lines[i] = last.line
		last = last.before
	}
	return lines
}

// setting is a way to break a beginning of a text into lines.
type setting struct {
	before   *setting // without the last line
	line     string   // the last line
	partings int      // what its breaks part, added up
	widest   float64
}

// nextLine adds a line to each of the settings of the beginnings that end at
// the places in at, and returns the best for each.
func nextLine(text string, at, costs []int, best []*setting, em float64) []*setting {
	next := make([]*setting, len(at))
	for i, s := range best {
		if s == nil {
			continue
		}
		for j := i + 1; j < len(at); j++ {
			line := strings.Trim(text[at[i]:at[j]], " ")
			w := Width(line)
			if w > em {
				break
			}
			t := &setting{s, line, s.partings + costs[j], max(s.widest, w)}
			if next[j] == nil || cmp.Or(cmp.Compare(t.partings, next[j].partings), cmp.Compare(t.widest, next[j].widest)) < 0 {
				next[j] = t
			}
		}
	}
	return next
}

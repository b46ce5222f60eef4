package matrix

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
)

// layout is where the marks of one row belong, by column, and the corrections
// that say so: under one, text may stand where marks stood before they drifted.
type layout struct {
	ID          string
	item        string
	placed      bool // the item is the row's place
	places      map[Column]place
	corrections []int
}

// Place works out the task ID of a row and where its marks belong.
func (s *Scanner) Place(b *blockState, row table.Row) layout {
	l := layout{item: Fold(row.Cell(int(b.Item)))}
	if b.Item == 0 {
		l.item = s.label(b, row, b.area)
	}
	switch {
	case l.item != "":
	case s.Reading.KeepUnread:
		l.item, l.placed = b.called(row.Line), true
	default:
		column := cmp.Or(b.Item, b.Label, 1)
		s.fault(row.Line, column, "", "this row has no item to name its task by; correct the lines of block %s, or set the row aside under rejected", b.ID)
	}
	l.ID = l.item
	if b.Task != "" {
		l.ID = strings.ReplaceAll(b.Task, "{item}", l.item)
	}
	if b.Item == 0 {
		l.ID = s.distinct(l.ID)
	}
	l.places, l.corrections = b.printed, s.Corrections.Of(l.ID)
	if len(l.corrections) > 0 {
		var ps graph.Problems
		l.places, ps = s.Corrections.places(b.Block, l.corrections)
		s.problems.AddAll(ps)
	}
	return l
}

// distinct returns id, with a number behind it when another task has it: a
// label alone does not always tell two tasks apart.
func (s *Scanner) distinct(id string) string {
	unique := id
	for s.Seen[unique] != 0 {
		s.numbers[id] = max(2, s.numbers[id]+1)
		unique = fmt.Sprintf("%s (%d)", id, s.numbers[id])
	}
	return unique
}

// task reads one row of a block.
func (s *Scanner) task(b *blockState, row table.Row, l layout) error {
	s.account.Rows.In++
	if l.item == "" {
		return nil
	}
	if line, twice := s.Seen[l.ID]; twice {
		s.fault(row.Line, b.Item, l.ID, "is the ID of the task in line %d too; correct the item number, or give the blocks different task patterns", line)
	}
	s.Seen[l.ID] = row.Line
	s.account.Rows.Loaded++
	return s.record(b, row, l, s.marks(b, row, l), b.area)
}

// record hands over a task with its marks; first is the first column of marks in
// its block.
func (s *Scanner) record(b *blockState, row table.Row, l layout, marks []graph.Assignment, first Column) error {
	if len(marks) > 0 && b.Party == 0 {
		first = Column(marks[0].Source.Column)
	}
	timing, timingAt := s.timing(b, row, first)
	if timingAt > 0 {
		first = timingAt
	}
	label := s.label(b, row, first)
	record := Record{
		Task: graph.Task{
			ID: l.ID, Name: s.nameOf(b, row, l, label), Phase: b.Phase, Category: s.category(l.ID), Timing: timing,
			Source: s.at(row.Line, 0),
		},
		Marks:    marks,
		Headings: b.path(row),
	}
	if s.emit == nil || s.problems.Count() > 0 {
		return nil
	}
	return s.emit(record)
}

// timing returns the timing of a row and the column it stands in, or 0: the
// declared column, else the last timing word left of the first mark.
func (s *Scanner) timing(b *blockState, row table.Row, first Column) (graph.Timing, Column) {
	if b.Timing > 0 {
		word := Fold(row.Cell(int(b.Timing)))
		timing, known := s.Reading.Timings[word]
		if word != "" && !known {
			s.fault(row.Line, b.Timing, word, "is not a timing word of this reading; say under timings what it means")
		}
		return graph.Timing(timing), 0
	}
	for column, text := range row.LeftOf(int(first)) {
		if Column(column) <= b.Item {
			break
		}
		if timing, known := s.Reading.Timings[Fold(text)]; known {
			return graph.Timing(timing), Column(column)
		}
	}
	return "", 0
}

// label returns the text that names a row's task: the declared column, else
// the last text left of column first.
func (s *Scanner) label(b *blockState, row table.Row, first Column) string {
	if b.Label > 0 {
		return Fold(row.Cell(int(b.Label)))
	}
	for column, text := range row.LeftOf(int(first)) {
		if Column(column) <= b.Item {
			break
		}
		if text = Fold(text); text != "" {
			return text
		}
	}
	return ""
}

// category returns the lowest declared category that holds a task: the one with
// the most headings over it, the first by ID of several.
func (s *Scanner) category(id string) string {
	lowest, most := "", 0
	for _, c := range s.Reading.Categories {
		if !slices.ContainsFunc(c.Items, func(i Items) bool { return i.Contains(id) }) {
			continue
		}
		depth := s.depth(c)
		if depth > most || depth == most && graph.Compare(c.ID, lowest) < 0 {
			lowest, most = c.ID, depth
		}
	}
	return lowest
}

// depth returns how many headings a category consists of, itself among them.
// Parents in a circle count once each; graph.New reports them.
func (s *Scanner) depth(c Category) int {
	depth := 1
	for depth <= len(s.Reading.Categories) {
		i := slices.IndexFunc(s.Reading.Categories, func(other Category) bool { return other.ID == c.Parent })
		if c.Parent == "" || i < 0 {
			break
		}
		c = s.Reading.Categories[i]
		depth++
	}
	return depth
}

// carry returns the headings over a row. A heading holds until the next one of
// its own or a higher level.
func (b *blockState) carry(row table.Row) []string {
	for level, column := range b.Category {
		if text := Fold(row.Cell(int(column))); text != "" {
			b.carried[level] = text
			clear(b.carried[level+1:])
		}
	}
	return slices.DeleteFunc(slices.Clone(b.carried), func(s string) bool { return s == "" })
}

// SortedKeys returns the keys of a map in ascending order.
func SortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

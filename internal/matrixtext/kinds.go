package matrixtext

import (
	"fmt"
	"slices"
	"strings"
)

// kind lays facts out.
type kind struct {
	name     string
	lay      func(factSet) [][]string
	category bool // whether the layout says the categories
	only     func(factSet) bool
}

// Layouts returns every kind of layout of every set of facts.
func Layouts() []Layout {
	var list []Layout
	for _, f := range factSets() {
		for _, k := range slices.Concat(plainKinds(), besideKinds(), bandKinds(), headingKinds(), severalKinds(), namedKinds()) {
			if k.only != nil && !k.only(f) {
				continue
			}
			l := Layout{Name: f.name + ", " + k.name, Grid: k.lay(f)}
			for _, t := range f.tasks {
				l.Facts = append(l.Facts, sorted(t).fact(k.category))
			}
			list = append(list, l)
		}
	}
	list = append(list, bandLooks()...)
	for i := range list {
		slices.Sort(list[i].Facts)
	}
	return list
}

// sorted returns a task with its parts in the order in which facts list them.
func sorted(t task) task {
	t.parts = slices.Clone(t.parts)
	slices.SortFunc(t.parts, func(x, y part) int {
		return strings.Compare(x.party+"="+string(x.role), y.party+"="+string(y.role))
	})
	return t
}

// row returns a task with its name and marks.
func (f factSet) row(t task) []string {
	cells := []string{t.name}
	for _, party := range f.parties {
		cells = append(cells, t.glyphOf(party))
	}
	return cells
}

// plain lays facts out as anybody would.
func (f factSet) plain() [][]string {
	grid := [][]string{append([]string{f.words.task}, f.parties...)}
	for _, t := range f.tasks {
		grid = append(grid, f.row(t))
	}
	return grid
}

// numbered is plain with item numbers.
func (f factSet) numbered() [][]string {
	return f.withColumn(f.plain(), 0, f.words.number, func(i int, _ task) string { return fmt.Sprint(i + 1) })
}

// withColumn adds a column before that of an index.
func (f factSet) withColumn(grid [][]string, at int, heading string, cell func(int, task) string) [][]string {
	for i := range grid {
		text := heading
		if i > 0 {
			text = cell(i-1, f.tasks[i-1])
		}
		grid[i] = slices.Insert(slices.Clone(grid[i]), min(at, len(grid[i])), text)
	}
	return grid
}

// shifted moves a grid down and to the right.
func shifted(grid [][]string, down, right int) [][]string {
	var out [][]string
	for range down {
		out = append(out, []string{""})
	}
	for _, row := range grid {
		out = append(out, append(make([]string, right), row...))
	}
	return out
}

func constant(text string) func(int, task) string {
	return func(int, task) string { return text }
}

func isLetters(f factSet) bool   { return f.name != "signs" }
func areNames(f factSet) bool    { return f.name != "names" }
func hasCleanKey(f factSet) bool { return f.name == "letters" }
func isJapanese(f factSet) bool  { return f.name == "signs" }

func plainKinds() []kind {
	return []kind{
		{name: "plain", lay: factSet.plain},
		{name: "numbered", lay: factSet.numbered},
		{name: "numbered by sections", lay: func(f factSet) [][]string {
			return f.withColumn(f.plain(), 0, f.words.number, func(i int, _ task) string { return fmt.Sprintf("1.%d", i+1) })
		}},
		{name: "begins at D9", lay: func(f factSet) [][]string { return shifted(f.numbered(), 8, 3) }},
		{name: "titles above", lay: func(f factSet) [][]string {
			return append([][]string{{"Card platform: who does what, v3"}, {"Owner: service management"}, {""}}, f.plain()...)
		}},
		{name: "empty rows between", lay: func(f factSet) [][]string {
			var out [][]string
			for _, row := range f.numbered() {
				out = append(out, row, []string{""})
			}
			return out
		}},
		{name: "empty columns between", lay: func(f factSet) [][]string {
			var out [][]string
			for _, row := range f.plain() {
				spaced := row[:1:1]
				for _, cell := range row[1:] {
					spaced = append(spaced, "", cell)
				}
				out = append(out, spaced)
			}
			return out
		}},
		{name: "dashes for nothing", lay: func(f factSet) [][]string {
			grid := f.plain()
			for _, row := range grid[1:] {
				for j := range row {
					if row[j] == "" {
						row[j] = "-"
					}
				}
			}
			return grid
		}},
		{name: "turned, a heading says so", lay: func(f factSet) [][]string { return turned(f, f.words.party) }},
		{name: "turned, names say so", lay: func(f factSet) [][]string { return turned(f, "") }, only: areNames},
		{name: "turned below a title", lay: func(f factSet) [][]string {
			return append([][]string{{"Who does what"}, {""}}, turned(f, f.words.party)...)
		}},
	}
}

func turned(f factSet, corner string) [][]string {
	grid := f.plain()
	grid[0][0] = corner
	out := make([][]string, len(grid[0]))
	for _, row := range grid {
		for j, cell := range row {
			out[j] = append(out[j], cell)
		}
	}
	return out
}

func besideKinds() []kind {
	notes := func(f factSet) [][]string {
		return f.withColumn(f.numbered(), 99, f.words.notes, func(i int, _ task) string { return []string{"", "see the mail of May", ""}[i%3] })
	}
	return []kind{
		{name: "notes on the right", lay: notes},
		{name: "how often on the right", lay: func(f factSet) [][]string {
			return f.withColumn(f.plain(), 99, f.words.often, constant(f.words.daily))
		}},
		{name: "how often on the left", lay: func(f factSet) [][]string {
			return f.withColumn(f.numbered(), 2, f.words.often, constant(f.words.daily))
		}},
		{name: "a state on the left", lay: func(f factSet) [][]string {
			return f.withColumn(f.plain(), 1, f.words.status, constant(f.words.done))
		}},
		{name: "a state first", lay: func(f factSet) [][]string {
			return f.withColumn(f.plain(), 0, f.words.status, constant(f.words.done))
		}},
		{name: "totals below", lay: func(f factSet) [][]string {
			total := []string{f.words.total}
			for range f.parties {
				total = append(total, "3")
			}
			return append(f.plain(), total)
		}},
		{name: "an empty total apart", lay: func(f factSet) [][]string {
			return append(f.numbered(), []string{""}, []string{f.words.total})
		}},
		{name: "a footnote below", lay: func(f factSet) [][]string {
			return append(f.plain(), []string{f.words.footnote})
		}},
		{name: "a key below", only: hasCleanKey, lay: func(f factSet) [][]string {
			return append(f.plain(), []string{""}, []string{"R", "Responsible"}, []string{"A", "Accountable"}, []string{"C", "Consulted"}, []string{"I", "Informed"})
		}},
		{name: "a key on the right", only: hasCleanKey, lay: func(f factSet) [][]string {
			grid := f.plain()
			for i, letter := range []string{"R", "A", "C", "I"} {
				says := []string{"does the work", "decides", "is asked", "is told"}[i]
				grid[i+1] = append(grid[i+1], "", "", letter, says)
			}
			return grid
		}},
		{name: "a mark under no heading", lay: func(f factSet) [][]string {
			grid := f.plain()
			grid[2] = append(grid[2], grid[1][1])
			return grid
		}},
	}
}

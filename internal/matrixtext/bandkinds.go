package matrixtext

import (
	"fmt"
	"strings"
)

// banded puts a heading above each group of tasks; over says how it looks.
func banded(f factSet, grid [][]string, over func(n int, category string, width int) []string) [][]string {
	out := grid[:1:1]
	n := 0
	for i, t := range f.tasks {
		if i == 0 || f.tasks[i-1].category != t.category {
			n++
			out = append(out, over(n, t.category, len(grid[0])))
		}
		out = append(out, grid[i+1])
	}
	return out
}

func alone(_ int, category string, _ int) []string { return []string{category} }

func across(_ int, category string, width int) []string {
	row := []string{category}
	for len(row) < width {
		row = append(row, "<")
	}
	return row
}

func bandKinds() []kind {
	return []kind{
		{name: "bands over numbers", category: true, lay: func(f factSet) [][]string { return banded(f, f.numbered(), alone) }},
		{name: "bands over names", category: true, lay: func(f factSet) [][]string {
			return banded(f, f.numbered(), func(_ int, c string, _ int) []string { return []string{"", c} })
		}},
		{name: "merged bands", category: true, lay: func(f factSet) [][]string { return banded(f, f.numbered(), across) }},
		{name: "merged bands, no numbers", category: true, lay: func(f factSet) [][]string { return banded(f, f.plain(), across) }},
		{name: "bold bands", category: true, lay: func(f factSet) [][]string {
			return banded(f, f.plain(), func(_ int, c string, _ int) []string { return []string{"**" + c + "**"} })
		}},
		{name: "bands that look like tasks", category: true, only: hasCleanKey, lay: func(f factSet) [][]string { return banded(f, f.plain(), alone) }},
		{name: "bands and how often", category: true, lay: func(f factSet) [][]string {
			grid := f.withColumn(f.plain(), 1, f.words.often, constant(f.words.daily))
			return banded(f, grid, alone)
		}},
		{name: "bands and a footnote", category: true, lay: func(f factSet) [][]string {
			return append(banded(f, f.numbered(), alone), []string{f.words.footnote})
		}},
		{name: "merged groups on the left", category: true, lay: func(f factSet) [][]string { return grouped(f, "^") }},
		{name: "groups on the left, said once", category: true, lay: func(f factSet) [][]string { return grouped(f, "") }},
		{name: "groups on the left, said again", category: true, lay: func(f factSet) [][]string {
			return f.withColumn(f.numbered(), 1, f.words.category, func(_ int, t task) string { return t.category })
		}},
	}
}

func grouped(f factSet, again string) [][]string {
	return f.withColumn(f.plain(), 0, f.words.category, func(i int, t task) string {
		if i > 0 && f.tasks[i-1].category == t.category {
			return again
		}
		return t.category
	})
}

// bandLooks are kinds whose bands say a category of their own spelling.
func bandLooks() []Layout {
	var list []Layout
	for _, f := range factSets() {
		for _, look := range []struct {
			name  string
			spell func(n int, category string) string
		}{
			{"numbered bands", func(n int, c string) string { return fmt.Sprintf("%d. %s", n, c) }},
			{"lettered bands", func(n int, c string) string { return fmt.Sprintf("%c. %s", 'A'+n-1, c) }},
			{"bands with a colon", func(_ int, c string) string { return c + ":" }},
			{"bands with a sign", func(_ int, c string) string { return "■ " + c }},
			{"bands in brackets", func(_ int, c string) string { return "【" + c + "】" }},
			{"phases", func(n int, c string) string { return fmt.Sprintf("Phase %d %s", n, c) }},
			{"bands in capitals", func(_ int, c string) string { return strings.ToUpper(c) + " SECTION" }},
		} {
			if isJapanese(f) && look.name == "bands in capitals" {
				continue
			}
			n, spelled := 0, map[string]string{}
			grid := banded(f, f.plain(), func(_ int, c string, _ int) []string {
				n++
				spelled[c] = look.spell(n, c)
				return []string{spelled[c]}
			})
			l := Layout{Name: f.name + ", " + look.name, Grid: grid}
			for _, t := range f.tasks {
				t.category = strings.TrimSuffix(spelled[t.category], ":")
				l.Facts = append(l.Facts, sorted(t).fact(true))
			}
			list = append(list, l)
		}
	}
	return list
}

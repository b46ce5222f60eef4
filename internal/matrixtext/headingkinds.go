package matrixtext

import (
	"slices"

	"tasuki/graph"
)

func headingKinds() []kind {
	return []kind{
		{name: "parties in groups", lay: func(f factSet) [][]string {
			grid := f.plain()
			groups := []string{""}
			for j := range f.parties {
				groups = append(groups, map[int]string{0: "Own", 1: "Suppliers"}[j])
				if j > 1 {
					groups[j+1] = "<"
				}
			}
			return append([][]string{groups}, grid...)
		}},
		{name: "headings over three merged rows", lay: func(f factSet) [][]string {
			grid := f.numbered()
			top, middle, bottom := []string{grid[0][0], grid[0][1]}, []string{"^", "^"}, []string{"^", "^"}
			for j, party := range f.parties {
				top = append(top, []string{"Parties", "<"}[min(j, 1)])
				middle, bottom = append(middle, party), append(bottom, "^")
			}
			return append([][]string{top, middle, bottom}, grid[1:]...)
		}},
		{name: "line breaks in headings", lay: func(f factSet) [][]string {
			grid := f.plain()
			grid[0][0] += "\n(all)"
			return grid
		}},
		{name: "roles under each party", lay: func(f factSet) [][]string { return underParty(f, "<") }, only: isLetters},
		{name: "roles under each party, not merged", lay: func(f factSet) [][]string { return underParty(f, "") }, only: isLetters},
		{name: "fields of graph paper", lay: graphPaper},
	}
}

func glyphsOf(f factSet) []string {
	var glyphs []string
	for _, t := range f.tasks {
		for _, p := range t.parts {
			if !slices.Contains(glyphs, p.glyph) {
				glyphs = append(glyphs, p.glyph)
			}
		}
	}
	slices.Sort(glyphs)
	return glyphs
}

func underParty(f factSet, merged string) [][]string {
	glyphs := glyphsOf(f)
	top, below := []string{f.words.task}, []string{""}
	for _, party := range f.parties {
		for i, glyph := range glyphs {
			if i == 0 {
				top = append(top, party)
			} else {
				top = append(top, merged)
			}
			below = append(below, glyph)
		}
	}
	grid := [][]string{top, below}
	for _, t := range f.tasks {
		row := []string{t.name}
		for _, party := range f.parties {
			for _, glyph := range glyphs {
				if t.glyphOf(party) == glyph {
					row = append(row, "x")
				} else {
					row = append(row, "")
				}
			}
		}
		grid = append(grid, row)
	}
	return grid
}

// graphPaper merges several narrow columns into each field.
func graphPaper(f factSet) [][]string {
	var out [][]string
	for i, row := range f.numbered() {
		wide := []string{""}
		for j, cell := range row {
			n := []int{2, 5, 3}[min(j, 2)]
			wide = append(wide, cell)
			for range n - 1 {
				if cell == "" && i > 0 {
					wide = append(wide, "")
				} else {
					wide = append(wide, "<")
				}
			}
		}
		out = append(out, wide)
	}
	return out
}

func severalKinds() []kind {
	return []kind{
		{name: "two tables below each other", lay: func(f factSet) [][]string {
			grid := f.plain()
			out := slices.Clone(grid[:4])
			return append(append(out, []string{""}, grid[0]), grid[4:]...)
		}},
		{name: "two tables below each other with titles", lay: func(f factSet) [][]string {
			grid := f.numbered()
			out := append([][]string{{"Part one"}}, grid[:4]...)
			return append(append(out, []string{""}, []string{"Part two"}, grid[0]), grid[4:]...)
		}},
		{name: "two tables beside each other", lay: func(f factSet) [][]string { return sideBySide(f, f.plain()) }},
		{name: "two numbered tables beside each other", lay: func(f factSet) [][]string { return sideBySide(f, f.numbered()) }},
		{name: "the lower table with other parties", lay: func(f factSet) [][]string {
			out := [][]string{}
			for part, tasks := range [][]task{f.tasks[:3], f.tasks[3:]} {
				parties := slices.DeleteFunc(slices.Clone(f.parties), func(party string) bool {
					return !slices.ContainsFunc(tasks, func(t task) bool { return t.glyphOf(party) != "" })
				})
				g := f
				g.parties, g.tasks = parties, tasks
				if part > 0 {
					out = append(out, []string{""})
				}
				out = append(out, g.plain()...)
			}
			return out
		}},
	}
}

func sideBySide(f factSet, grid [][]string) [][]string {
	var out [][]string
	right := append([][]string{grid[0]}, grid[4:]...)
	for i, row := range grid[:4] {
		row = append(slices.Clone(row), "")
		if i < len(right) {
			row = append(row, right[i]...)
		}
		out = append(out, row)
	}
	return out
}

func namedKinds() []kind {
	return []kind{
		{name: "roles as headings", lay: func(f factSet) [][]string { return roleColumns(f, ", ") }},
		{name: "roles as headings, names below each other", lay: func(f factSet) [][]string { return roleColumns(f, "\n") }},
		{name: "roles as headings, bars", lay: func(f factSet) [][]string { return roleColumns(f, "|") }},
		{name: "roles as headings, slashes", lay: func(f factSet) [][]string { return roleColumns(f, " / ") }},
		{name: "roles as headings, bands", category: true, lay: func(f factSet) [][]string {
			grid := roleColumns(f, "; ")
			grid = f.withColumn(grid, 0, f.words.number, func(i int, _ task) string { return string(rune('1' + i)) })
			return banded(f, grid, alone)
		}},
		{name: "one row for each part", lay: func(f factSet) [][]string { return longForm(f, true) }},
		{name: "one row for each part, the task said once", lay: func(f factSet) [][]string { return longForm(f, false) }},
	}
}

func roleColumns(f factSet, separator string) [][]string {
	roles := []graph.Role{graph.Lead, graph.Accountable, graph.Support, graph.Informed}
	roles = slices.DeleteFunc(roles, func(r graph.Role) bool { return f.words.roles[r] == "" })
	head := []string{f.words.task}
	for _, role := range roles {
		head = append(head, f.words.roles[role])
	}
	grid := [][]string{head}
	for _, t := range f.tasks {
		row := []string{t.name}
		for _, role := range roles {
			names := ""
			for _, p := range t.parts {
				if p.role == role && names != "" {
					names += separator
				}
				if p.role == role {
					names += p.party
				}
			}
			row = append(row, names)
		}
		grid = append(grid, row)
	}
	return grid
}

func longForm(f factSet, again bool) [][]string {
	grid := [][]string{{f.words.task, f.words.party, f.words.role}}
	for _, t := range f.tasks {
		name := t.name
		for _, p := range t.parts {
			grid = append(grid, []string{name, p.party, p.glyph})
			if !again {
				name = ""
			}
		}
	}
	return grid
}

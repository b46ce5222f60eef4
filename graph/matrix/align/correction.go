package align

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
)

// corrections returns the corrections of a fitted table. Rows that share one
// share its entry, in the order of the first of them. order lists the IDs of
// all tasks of the reading, sorted.
func (t *alignTable) corrections(order []string) []matrix.Correction {
	var list []matrix.Correction
	items := map[string][]string{}
	var keys []string
	for _, b := range t.blocks {
		for _, a := range b.rows {
			if len(a.placements) == 0 {
				continue
			}
			for _, c := range t.rowCorrections(b, a) {
				key := fmt.Sprint(c)
				if items[key] == nil {
					keys, list = append(keys, key), append(list, c)
				}
				items[key] = append(items[key], a.id)
			}
		}
	}
	for i, key := range keys {
		list[i].Items = itemRanges(items[key], order)
	}
	return list
}

// rowCorrections returns what is to be said of one row, without its items.
func (t *alignTable) rowCorrections(b *alignBlock, a *rowFit) []matrix.Correction {
	verdicts, p := t.verdicts(b, a)
	if c, ok := shiftCorrection(b, verdicts); ok {
		c.Reason = t.reason(b, a, p, c.Reading)
		return []matrix.Correction{c}
	}
	// Where nothing drifts, a text among the marks is a cell to be read, unless
	// it is a timing word.
	under := a.under && (a.timed || !t.rigid)
	var list []matrix.Correction
	for _, reading := range []graph.Reading{graph.Realigned, graph.Uncertain} {
		c := matrix.Correction{Reading: reading, Marks: map[matrix.Column]string{}}
		for _, v := range verdicts {
			if v.reading == reading || (under && v.reading == graph.Printed && reading == graph.Realigned) {
				add(&c, v)
				c.Marks[v.column] = v.organization
			}
		}
		if len(c.Marks) > 0 {
			c.Reason = t.reason(b, a, p, reading)
			list = append(list, c)
		}
	}
	return list
}

func add(c *matrix.Correction, v verdict) {
	if len(v.alternatives) == 0 {
		return
	}
	if c.Alternatives == nil {
		c.Alternatives = map[matrix.Column][]string{}
	}
	c.Alternatives[v.column] = v.alternatives
}

// shiftCorrection returns a correction by shift when all marks of a row stand
// equally far off their printed headings and are equally certain.
func shiftCorrection(b *alignBlock, verdicts []verdict) (matrix.Correction, bool) {
	shift := 0
	for i, v := range verdicts {
		column, ok := matrix.HeadingOf(b.Block, v.organization)
		if !ok || v.reading != verdicts[0].reading || v.reading == graph.Printed {
			return matrix.Correction{}, false
		}
		if s := int(column - v.column); i == 0 {
			shift = s
		} else if s != shift {
			return matrix.Correction{}, false
		}
	}
	if shift == 0 {
		return matrix.Correction{}, false
	}
	c := matrix.Correction{Shift: shift, Reading: verdicts[0].reading}
	for _, v := range verdicts {
		add(&c, v)
	}
	return c, true
}

// itemRanges writes IDs as ranges where at least three follow one another among
// all tasks.
func itemRanges(ids, order []string) matrix.ItemList {
	ids = slices.SortedFunc(slices.Values(ids), graph.Compare)
	var list matrix.ItemList
	for len(ids) > 0 {
		at, _ := slices.BinarySearchFunc(order, ids[0], graph.Compare)
		n := 1
		for n < len(ids) && at+n < len(order) && order[at+n] == ids[n] {
			n++
		}
		if n >= 3 {
			list = append(list, matrix.Items(ids[0]+".."+ids[n-1]))
		} else {
			n = 1
			list = append(list, matrix.Items(ids[0]))
		}
		ids = ids[n:]
	}
	return list
}

// reason says in a few words why the marks of a row are not read as printed.
func (t *alignTable) reason(b *alignBlock, a *rowFit, p placement, reading graph.Reading) graph.Name {
	var ja, en []string
	say := func(j, e string) { ja, en = append(ja, j), append(en, e) }
	if names := t.lacking(b, p); len(names) > 0 {
		list := strings.Join(names, ", ")
		say("このページの見出しには"+list+"の列がない", "the headings of this page lack "+list)
	}
	switch {
	case p.drift == b.base && a.push != 0:
		say("文字列は"+shiftJA(a.push)+"いるが、印は動いていない", "the row's text stands "+shiftEN(a.push)+", its marks do not")
	case p.drift == b.base && b.base != 0:
		say("このページの印は見出しから"+shiftJA(b.base)+"いる", "the marks of this page stand "+shiftEN(b.base)+" of their headings")
	case a.push != 0 && p.drift == b.base+a.push:
		say("文字列が"+shiftJA(a.push)+"おり、印も同じだけ動いている", "the row's text stands "+shiftEN(a.push)+", and its marks moved with it")
	case p.drift != b.base:
		say("印が"+shiftJA(p.drift-b.base)+"いる", "the marks drifted "+shiftEN(p.drift-b.base))
	}
	if p.gap != 0 {
		column := a.marks[p.gapAt].column
		say(fmt.Sprintf("%d列目の印の前の空欄が%s", column, cellsJA(p.gap)), fmt.Sprintf("%s before the mark in column %d", cellsEN(p.gap), column))
	}
	if reading == graph.Uncertain {
		say("ほかの置き方もほぼ同じ程度に合う", "another placement fits nearly as well")
	} else if t.patterns.weight[p.pattern] >= 2 {
		say("同じ並びの行がほかにもある", "other rows have the same pattern")
	}
	if len(en) == 0 {
		say("ほかの行の並びによる", "the patterns of the other rows say so")
	}
	return graph.Name{JA: strings.Join(ja, "。"), EN: strings.Join(en, "; ")}
}

// lacking returns the organizations of p that the headings of b do not print.
func (t *alignTable) lacking(b *alignBlock, p placement) []string {
	printed := slices.Sorted(maps.Values(b.Columns))
	var names []string
	for _, c := range t.patterns.cells[p.pattern] {
		if _, found := slices.BinarySearch(printed, t.orgs[c.org]); !found {
			names = append(names, t.orgs[c.org])
		}
	}
	return names
}

func shiftJA(n int) string {
	if n < 0 {
		return fmt.Sprintf("左へ%d列ずれて", -n)
	}
	return fmt.Sprintf("右へ%d列ずれて", n)
}

func shiftEN(n int) string {
	side := "right"
	if n < 0 {
		n, side = -n, "left"
	}
	if n == 1 {
		return "one column to the " + side
	}
	return fmt.Sprintf("%d columns to the %s", n, side)
}

func cellsJA(n int) string {
	if n < 0 {
		return fmt.Sprintf("%d個足りない", -n)
	}
	return fmt.Sprintf("%d個多い", n)
}

func cellsEN(n int) string {
	word := "too many"
	if n < 0 {
		n, word = -n, "too few"
	}
	if n == 1 {
		return "one empty cell " + word
	}
	return fmt.Sprintf("%d empty cells %s", n, word)
}

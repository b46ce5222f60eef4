package document

import "strings"

// LeftOut are columns of a table in which nothing is told apart, by their heads.
type LeftOut struct {
	Zero    []string // 0 in every row
	Unknown []string // not known in any row
	Empty   []string // without a text in any row
}

// What all cells of a column hold that tells nothing apart.
const (
	different = iota
	zero
	unknown
	empty
)

// WithoutEmpty returns a table without the columns that hold only zeros, only the sign of
// what is not known, or nothing, and which these were. The first column stays, and so does a table of which
// nothing else would.
func (t Table) WithoutEmpty(sign string) (Table, LeftOut) {
	hold, keep, kept := make([]int, len(t.Columns)), make([]bool, len(t.Columns)), 0
	for i := range t.Columns {
		hold[i] = t.holds(i, sign)
		if keep[i] = i == 0 || hold[i] == different; keep[i] {
			kept++
		}
	}
	var out LeftOut
	if kept == len(t.Columns) || kept == 1 {
		return t, out
	}
	for i, k := range keep {
		if k {
			continue
		}
		head := t.headOf(i, keep)
		switch hold[i] {
		case zero:
			out.Zero = append(out.Zero, head)
		case unknown:
			out.Unknown = append(out.Unknown, head)
		default:
			out.Empty = append(out.Empty, head)
		}
	}
	return t.only(keep), out
}

// holds returns what a column has in every row.
func (t Table) holds(column int, sign string) int {
	all := different
	for _, r := range t.Rows {
		if len(r.Cells) == 0 {
			continue
		}
		what := r.Cells[column].holds(sign)
		if what == different || all != different && all != what {
			return different
		}
		all = what
	}
	return all
}

func (c Cell) holds(sign string) int {
	text := c.Text.String()
	switch {
	case len(c.Items) > 0:
		return different
	case text == "":
		return empty
	case text == sign:
		return unknown
	case text == "0", strings.Trim(text, "0") == ".":
		return zero
	}
	return different
}

// headOf returns the head of a column, with what stands over it where another column of
// that head stays.
func (t Table) headOf(column int, keep []bool) string {
	head, also := t.Columns[column].Head, false
	for i, c := range t.Columns {
		also = also || keep[i] && c.Head == head
	}
	at := 0
	for _, over := range t.Over {
		if at += over.Width; column < at {
			if also && over.Text != "" {
				return over.Text + ": " + head
			}
			break
		}
	}
	return head
}

// only returns a table with some of its columns.
func (t Table) only(keep []bool) Table {
	var over []Heading
	at := 0
	for _, h := range t.Over {
		width := 0
		for _, k := range keep[at : at+h.Width] {
			if k {
				width++
			}
		}
		at += h.Width
		if width > 0 {
			over = append(over, Heading{Text: h.Text, Width: width})
		}
	}
	t.Over, t.Columns = over, kept(t.Columns, keep)
	rows := make([]Row, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = r
		if len(r.Cells) > 0 {
			rows[i].Cells = kept(r.Cells, keep)
		}
	}
	t.Rows = rows
	return t
}

func kept[T any](list []T, keep []bool) []T {
	var some []T
	for i, x := range list {
		if keep[i] {
			some = append(some, x)
		}
	}
	return some
}

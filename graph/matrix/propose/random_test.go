package propose

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
	"tasuki/internal/seeds"
)

// plainMatrix is a matrix as anybody would write it.
type plainMatrix struct {
	cells                [][]string
	line, column         int      // the first of marks
	tasks, organizations int      // how many there are
	marks                []string // as assigned lists them
}

// randomPlain makes a matrix of random size and kind in which at least two rows
// and one column have marks.
func randomPlain(rng *rand.Rand) plainMatrix {
	organizations := []string{"Ops team", "Dev team", "Vendor", "Help desk", "甲社", "QA"}[:2+rng.IntN(5)]
	tasks := []string{"Build", "Run", "Fix", "Watch", "Patch", "Retire", "保守点検", "Deploy"}[:2+rng.IntN(7)]
	turned, items := rng.IntN(3) == 0, rng.IntN(2) == 0
	glyphs := [][]string{{"○", "△"}, {"R", "A", "C", "I", "A/R"}}[rng.IntN(2)]
	filler := []string{"", "-", "×"}[rng.IntN(3)]
	m := plainMatrix{line: 2, column: 2, tasks: len(tasks), organizations: len(organizations)}
	rows, columns := tasks, organizations
	head := []string{"Task"}
	switch {
	case turned:
		rows, columns, head = organizations, tasks, []string{[]string{"", "Team"}[rng.IntN(2)]}
	case items:
		head, m.column = []string{"no", "Task"}, 3
	}
	m.cells = [][]string{slices.Concat(head, columns)}
	marked, fillers := 0, 0
	headed := false                // whether the first task looks like a heading
	parts := map[string][]string{} // task -> "organization | cell"
	for i, name := range rows {
		row, marks := []string{name}, 0
		if items && !turned {
			row = []string{fmt.Sprint(i + 1), name}
		}
		for j := range columns {
			id, organization := name, columns[j]
			if turned {
				id, organization = organization, id
			} else if items {
				id = fmt.Sprint(i + 1)
			}
			cell := ""
			if rng.IntN(2) == 0 {
				cell = glyphs[rng.IntN(len(glyphs))]
				parts[id] = append(parts[id], organization+" | "+cell)
				marks++
			} else if filler != "" && rng.IntN(2) == 0 {
				cell = filler
				fillers++
			}
			row = append(row, cell)
		}
		if marks > 0 {
			marked++
		}
		headed = headed || i == 0 && marks == 0 && !items && !turned
		m.cells = append(m.cells, row)
	}
	if marked < 2 || fillers == 1 || headed {
		return randomPlain(rng)
	}
	for id, cells := range parts {
		m.marks = append(m.marks, meant(id, cells)...)
	}
	slices.Sort(m.marks)
	return m
}

// meant returns the marks of a task, as assigned lists them, from what stands in
// its cells.
func meant(task string, cells []string) (marks []string) {
	led := slices.ContainsFunc(cells, func(c string) bool { return strings.HasSuffix(c, "R") })
	for _, c := range cells {
		organization, cell, _ := strings.Cut(c, " | ")
		add := func(role graph.Role) { marks = append(marks, task+" | "+organization+" | "+string(role)) }
		switch cell {
		case "A/R":
			add(graph.Lead)
			add(graph.Accountable)
		case "A":
			add(map[bool]graph.Role{true: graph.Accountable, false: graph.Lead}[led])
		default:
			add(map[string]graph.Role{"○": graph.Lead, "△": graph.Support, "R": graph.Lead, "C": graph.Support, "I": graph.Informed}[cell])
		}
	}
	return marks
}

func (m plainMatrix) String() string {
	var lines []string
	for _, row := range m.cells {
		lines = append(lines, strings.Join(row, "|"))
	}
	return strings.Join(lines, "\n")
}

// read imports m by the reading proposed for it, which keeps what is unread or
// stops at it.
func (m plainMatrix) read(keep bool) (graph.Dataset, error) {
	var sheet Sheet
	for i, row := range m.cells {
		sheet.Rows = append(sheet.Rows, table.Row{Line: i + 1, Cells: row})
	}
	r, err := Propose("matrix.csv", []Sheet{sheet}, ProposeOptions{})
	if err != nil {
		return graph.Dataset{}, err
	}
	r.KeepUnread = keep
	return matrix.Import(matrixtext.RowsOf(sheet.Rows), r, "matrix.csv")
}

// TestProposeRandom reads small matrices: all of a clean one is loaded, and an
// unknown sign in the place of a mark or of nothing stops the import and is
// named, alone.
func TestProposeRandom(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range seeds.Count(3000) {
		m := randomPlain(rng)
		d, err := m.read(false)
		if err != nil || len(d.Tasks) != m.tasks || len(d.Organizations) != m.organizations || !slices.Equal(assigned(d), m.marks) {
			t.Fatalf("%v; want %d tasks, %d organizations and every mark of\n%v\ngot %d tasks, %d organizations, %q", err, m.tasks, m.organizations, m, len(d.Tasks), len(d.Organizations), assigned(d))
		}
		i, j := m.line-1+rng.IntN(len(m.cells)-m.line+1), m.column-1+rng.IntN(len(m.cells[0])-m.column+1)
		if slices.Contains([]string{"-", "×"}, m.cells[i][j]) {
			continue
		}
		m.cells[i][j] = "◇"
		_, err = m.read(false)
		var problems graph.Problems
		if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Value != "◇" || problems[0].Source.Line != i+1 || problems[0].Source.Column != j+1 {
			t.Fatalf("%v; want line %d, column %d named alone in\n%v", err, i+1, j+1, m)
		}
	}
}

// noted reports whether a mark is read with a remark from a cell.
func noted(d graph.Dataset, line, column int) bool {
	return slices.ContainsFunc(d.Assignments, func(a graph.Assignment) bool {
		return a.Source.Line == line && a.Source.Column == column && a.Reading == graph.Uncertain
	})
}

// TestProposeRandomWords puts a word where marks stand: it is read with its
// remark or kept as unread, or an assumption names the column or line that is left
// out.
func TestProposeRandomWords(t *testing.T) {
	words := []string{"P", "済", "R?", "TBD", "3", "12.5", "to be decided", "Ops team", "毎日", "/", "N/A"}
	rng := rand.New(rand.NewPCG(3, 4))
	for range seeds.Count(3000) {
		m := randomPlain(rng)
		i, j := m.line-1+rng.IntN(len(m.cells)-m.line+1), m.column-1+rng.IntN(len(m.cells[0])-m.column+1)
		m.cells[i][j] = words[rng.IntN(len(words))]
		d, err := m.read(true)
		if err != nil {
			continue
		}
		if slices.ContainsFunc(d.Account.Unread, func(u graph.UnreadMark) bool { return u.Source.Line == i+1 && u.Source.Column == j+1 }) || noted(d, i+1, j+1) {
			continue
		}
		named := regexp.MustCompile(fmt.Sprintf(`^columns: .*column %d \(|^lines: lines? .*\b%d\b|^(rejected|blocks): line %d has no marks|^timings: .*"%s"|^glyphs: .*"%[4]s".* as an empty cell`, j+1, i+1, i+1, regexp.QuoteMeta(m.cells[i][j])))
		if !slices.ContainsFunc(said.Texts(d.Account.Assumptions), named.MatchString) {
			t.Fatalf("%q is lost in silence in\n%v\nassuming %q", m.cells[i][j], m, d.Account.Assumptions)
		}
	}
}

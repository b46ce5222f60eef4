package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

// addBlock adds the block of a to r, with the organizations that it names.
func (p *proposal) addBlock(r *matrix.Reading, a *area) {
	b := matrix.Block{
		ID:       strconv.Itoa(len(r.Blocks) + 1),
		Lines:    matrix.Lines{First: a.body[0].Line, Last: a.body[len(a.body)-1].Line},
		Headings: matrix.Lines{First: a.heads[0].Line, Last: a.heads[len(a.heads)-1].Line},
		Item:     matrix.Column(a.item), Label: matrix.Column(a.label), Timing: matrix.Column(a.timing), Category: a.category,
		Columns: matrix.Columns{}, Roles: matrix.Roles{}, Across: a.across,
	}
	names := map[int]string{}
	if a.turned {
		b.Turned, b.Lines.First = true, a.heading.Line
		b.Headings = matrix.Lines{}
		b.Across = matrix.Lines{First: a.parties[0], Last: a.parties[len(a.parties)-1]}
		names = p.turnedNames(a)
	} else {
		for _, column := range a.parties {
			names[column] = a.names[column]
		}
		b.Ignored, b.Bands = p.ignored(a), a.bands
		p.reject(r, a)
		p.assumeBands(a)
	}
	for _, column := range matrix.SortedKeys(a.roles) {
		if names[column] != "" {
			b.Roles[matrix.Column(column)] = a.roles[column]
		}
	}
	if len(b.Roles) > 0 {
		p.assume(`blocks: headings name the roles in %s, and any mark means the role; change "roles" of the block`, p.columns(matrix.SortedKeys(a.roles)))
	}
	p.addOrganizations(r, &b, a, names)
	r.Blocks = append(r.Blocks, b)
}

// turnedNames returns the organizations that stand in rows, by line. A row
// without marks is one too, unless it explains something.
func (p *proposal) turnedNames(a *area) map[int]string {
	names := map[int]string{}
	var lines []int
	at := a.named[0]
	grouped := p.groupsParties(a)
	for i, row := range a.body {
		name := word.Headline(row.Cell(at))
		explains := strings.ContainsAny(name, "=＝:：") && len(a.cells(row)) == 0
		over := len(band.Texts(row)) == 1 && (len(a.parties) > 1 && row.Copied(a.parties[1]) ||
			grouped && i+1 < len(a.body) && p.hasMarks(a.body[i+1])) // a heading over parties
		if p.hasMarks(row) || name != "" && !explains && !over && !row.Copied(at) {
			names[row.Line] = name
			continue
		}
		lines = append(lines, row.Line)
	}
	p.assumeLines(lines,
		`blocks: %s has no marks and is no organization; change "columns" of the block`,
		`blocks: %s have no marks and are no organizations; change "columns" of the block`)
	return names
}

// groupsParties reports whether rows without marks in a turned area are headings over
// the parties below: the first is one, none is named as one party is, and every party
// has several marks.
func (p *proposal) groupsParties(a *area) bool {
	return !p.hasMarks(a.body[0]) && !slices.ContainsFunc(a.body, func(row table.Row) bool {
		if p.hasMarks(row) {
			return len(a.cells(row)) < 2
		}
		name := matrix.Fold(row.Cell(a.named[0]))
		several := strings.HasSuffix(name, "s") && !strings.Contains(name, " ")
		return word.Party.In(name) && !several
	})
}

// addOrganizations declares the named organizations, in the order in which they
// stand. Two of one name in a block are told apart by what stands over them, or by a
// number.
func (p *proposal) addOrganizations(r *matrix.Reading, b *matrix.Block, a *area, names map[int]string) {
	used := map[string]bool{}
	p.tellApart(a, names)
	for _, at := range matrix.SortedKeys(names) {
		if first := matrix.Column(a.fields[at]); b.Columns[first] != "" {
			b.Columns[matrix.Column(at)] = b.Columns[first]
			continue
		}
		id := p.spelled(r, names[at])
		for n := 2; used[id]; n++ {
			id = fmt.Sprintf("%s (%d)", names[at], n)
			p.assume("blocks: %q heads several columns and is taken for several organizations; change \"columns\" of the block", names[at])
		}
		used[id] = true
		b.Columns[matrix.Column(at)] = id
		declare(r, id)
	}
}

// tellApart puts the headings over several columns before names that stand there more
// than once, each under another.
func (p *proposal) tellApart(a *area, names map[int]string) {
	groups, columns := map[[2]string]bool{}, map[string][]int{}
	for _, at := range matrix.SortedKeys(names) {
		group := p.groupOf(a, at)
		if a.turned || a.fields[at] > 0 || group == "" || groups[[2]string{group, names[at]}] {
			continue
		}
		groups[[2]string{group, names[at]}] = true
		columns[names[at]] = append(columns[names[at]], at)
	}
	count := map[string]int{}
	for at, name := range names {
		if a.fields[at] == 0 {
			count[name]++
		}
	}
	for _, name := range matrix.SortedKeys(columns) {
		if under := columns[name]; len(under) > 1 && len(under) == count[name] {
			for _, at := range under {
				names[at] = p.groupOf(a, at) + " " + name
			}
			p.assume("blocks: %q heads several columns, which the headings above tell apart; change \"columns\" of the block", name)
		}
	}
}

func declare(r *matrix.Reading, id string) {
	if !slices.ContainsFunc(r.Organizations, func(o graph.Organization) bool { return o.ID == id }) {
		r.Organizations = append(r.Organizations, graph.Organization{ID: id, Name: graph.Text(id)})
	}
}

// spelled returns the ID of the organization that text names: text
// itself, or a known one, of other headings, that is spelled nearly like it.
func (p *proposal) spelled(r *matrix.Reading, text string) string {
	for _, o := range r.Organizations {
		if o.ID == text || slices.Contains(o.Aliases, text) {
			return o.ID
		}
	}
	for i, o := range r.Organizations {
		if p.apart(o.ID, text) && word.Alike(o.ID, text) {
			r.Organizations[i].Aliases = append(o.Aliases, text)
			p.assume(`organizations: %q and %q are taken for one; change under "organizations" and "columns"`, o.ID, text)
			return o.ID
		}
	}
	return text
}

// apart reports whether no headings name both id and text.
func (p *proposal) apart(id, text string) bool {
	for _, a := range p.areas {
		both := 0
		for _, name := range a.names {
			if name == id || name == text {
				both++
			}
		}
		if both > 1 {
			return false
		}
	}
	return true
}

// ignored returns the columns among the organizations' that hold something
// else: those set aside, and those with texts or, under a heading, with words
// and signs that would be taken for marks.
func (p *proposal) ignored(a *area) []matrix.Column {
	organizations := a.parties
	var columns []matrix.Column
	for column := 1; column <= table.WidthOf(a.body); column++ {
		marks, tokens, texts := p.contents(a, column)
		if a.names[column] != "" {
			texts += tokens
		}
		aside := slices.Contains(a.ignored, column)
		beside := len(organizations) > 0 && column > organizations[0] && !slices.Contains(organizations, column) && texts > marks
		if aside || beside {
			columns = append(columns, matrix.Column(column))
		}
	}
	return columns
}

// reject sets rows of a aside that have no marks and cannot name a task.
func (p *proposal) reject(r *matrix.Reading, a *area) {
	var lines []int
	for _, row := range a.body {
		named := a.item
		if named == 0 {
			named = a.label
		}
		unknown := p.isTokens(a.cells(row))
		isTask := a.isNamed(row) && len(band.Texts(row)) > 0 && !a.isBand(row) && !p.isRemark(row)
		if p.hasMarks(row) || unknown || (named == 0 || isTask) && !p.isRemark(row) || a.banded[row.Line] || len(band.Texts(row)) == 0 {
			continue
		}
		r.Rejected = append(r.Rejected, matrix.Rejection{
			Lines:  matrix.Lines{First: row.Line, Last: row.Line},
			Reason: graph.Name{JA: "作業の名前がない行", EN: "a row that names no task"},
		})
		lines = append(lines, row.Line)
	}
	p.assumeLines(lines,
		`rejected: %s has no marks and is no task; change under "rejected"`,
		`rejected: %s have no marks and are no tasks; change under "rejected"`)
}

// isBand reports whether one merged cell with the only text of a row covers all
// places of marks.
func (a *area) isBand(row table.Row) bool {
	return len(band.Texts(row)) == 1 && len(a.parties) > 0 && !slices.ContainsFunc(a.parties, func(column int) bool { return !row.Copied(column) })
}

// readTimings notes the timing words left of the marks, and the column that
// holds nothing else.
func (p *proposal) readTimings(r *matrix.Reading) {
	words := map[string]string{}
	for _, a := range p.areas {
		for column := 1; column <= table.WidthOf(a.body); column++ {
			n, others := 0, 0
			for _, row := range a.body {
				text := matrix.Fold(row.Cell(column))
				if row.Copied(column) && len(band.Texts(row)) == 1 {
					continue
				}
				if t, ok := word.TimingOf(text); ok {
					words[text] = string(t)
					n++
				} else if text != "" {
					others++
				}
			}
			if others == 0 && 2*n > len(a.body) && a.timing == 0 {
				a.timing = column
			}
		}
	}
	if !p.sameEverywhere(func(a *area) int { return a.timing }) {
		for _, a := range p.areas {
			a.timing = 0
		}
	}
	if len(words) > 0 {
		r.Timings = words
		p.assume(`timings: %s say how often a task is done; change under "timings"`, word.Quoted(matrix.SortedKeys(words)))
	}
}

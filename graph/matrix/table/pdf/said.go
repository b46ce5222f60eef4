package pdf

import (
	"fmt"

	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// named returns the name of a table by the page that it begins on.
func named(page, number int) string { return fmt.Sprintf("page %d table %d", page, number) }

// assumptions says how the table was found.
func (s *sheet) assumptions(name string) []said.Note {
	var list []said.Note
	if s.ruled {
		list = append(list, said.Notef("table: %q is read from the lines that are drawn around its cells: %d rows and %d columns", name, len(s.cells), len(s.xs)-1))
	} else {
		list = append(list, said.Notef("table: no lines are drawn around the cells of %q; its %d columns are what stands below each other, and %d of its rows have several lines; compare a row of each page", name, len(s.xs)-1, s.several))
	}
	if s.alone > 0 {
		list = append(list, said.Notef("table: %d lines of %q stand as close to the row above as to that below; each is kept as a row of its own", s.alone, name))
	}
	if s.moved > 0 {
		list = append(list, said.Notef("table: %d texts of %q stand beside a heading under which nothing else stands, and are read as under it: %s", s.moved, name, table.FirstOf(s.over)))
	}
	if len(s.pages) > 1 {
		var places []said.Note
		for _, p := range s.pages[1:min(len(s.pages), mostSaid+1)] {
			places = append(places, said.Notef("page %d from row %d on", p.page, p.row))
		}
		note := said.Join(", ", places)
		if more := len(s.pages) - 1 - mostSaid; more > 0 {
			note = said.Notef("%s and %d more", note, more)
		}
		list = append(list, said.Notef("table: %q goes on over pages, since its columns or headings are the same: %s; %d rows that repeat its headings are left out", name, note, s.again))
	}
	return list
}

// assumptions says what was left out or is not known of all pages.
func (r *reader) assumptions() []said.Note {
	var list []said.Note
	if len(r.aside) > 0 {
		note := said.Join(", ", r.aside)
		if r.more > 0 {
			note = said.Notef("%s and %d more", note, r.more)
		}
		list = append(list, said.Notef("outside: texts that stand in no table are left out: %s", note))
	}
	if len(r.dense) > 0 {
		list = append(list, said.Notef("outside: texts that stand in more than %d columns are no table, and left out: %s", maxLoose, said.Join(", ", r.dense[:min(len(r.dense), mostSaid)])))
	}
	if r.outside > 0 {
		list = append(list, said.Notef("outside: %d characters that the pages do not show are left out", r.outside))
	}
	if r.unknown > 0 {
		list = append(list, said.Notef("fonts: %d characters are of fonts that do not say which they are, and are read as U+FFFD; print to PDF with another program, or type them in", r.unknown))
	}
	if r.unseen > 0 {
		list = append(list, said.Notef("scan: %d characters are laid over a picture without being painted, as text recognition does; compare them with the picture", r.unseen))
	}
	return list
}

// Package register writes the part of a register of information under DORA that a dataset
// knows: templates as CSV, and what is not known, by column.
package register

import (
	"bytes"
	"encoding/csv"

	"tasuki/graph"
	"tasuki/render/messages"
)

// File is a template of the register, as a file.
type File struct {
	Name string
	Data []byte
}

// Register is the part of a register of information that a dataset fills. Templates and
// columns are those of Annex I of Implementing Regulation (EU) 2024/2956, the codes those of
// the data point model 4.0 of the European Banking Authority. A value is there only if
// the dataset says it.
type Register struct {
	Files []File
	gaps  []gap

	unknownKinds []string // organizations that may be providers
	mayCount     []string // providers that may support a critical or important function
}

// Of returns the register of a dataset. It takes time in proportion to its organizations x
// the tasks of its flows.
func Of(g *graph.Graph) (Register, error) {
	s := newSubjects(g)
	r := Register{unknownKinds: s.unknownKinds, mayCount: s.mayCount}
	for _, t := range templates {
		data, gaps, err := t.fill(s)
		if err != nil {
			return Register{}, err
		}
		r.Files = append(r.Files, File{t.name + ".csv", data})
		r.gaps = append(r.gaps, gaps...)
	}
	return r, nil
}

// template is a table of the register.
type template struct {
	name    string
	rows    func(s *subjects) []subject
	columns []column
}

// column is a column of a template. value returns what it holds of a row, and whether it is
// asked for there at all: what is not asked for is no gap.
type column struct {
	code    string
	value   func(s *subjects, of subject) (value string, asked bool)
	declare string // what would fill it, a key of the catalogue; "": no dataset says it
}

// gap counts the rows in which a column is empty though it is asked for.
type gap struct {
	template string
	column   column
	empty    int
	rows     int
}

// fill writes a template. A row of which nothing is known is counted and not written: it
// would say nothing, and its key would be missing.
func (t template) fill(s *subjects) ([]byte, []gap, error) {
	rows := t.rows(s)
	gaps := make([]gap, len(t.columns))
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i], gaps[i] = c.code, gap{t.name, c, 0, 0}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write(head); err != nil {
		return nil, nil, err
	}
	for _, of := range rows {
		line, known := make([]string, len(t.columns)), false
		for i, c := range t.columns {
			value, asked := c.value(s, of)
			line[i], known = value, known || value != ""
			if asked {
				gaps[i].rows++
				if value == "" {
					gaps[i].empty++
				}
			}
		}
		if known {
			if err := w.Write(line); err != nil {
				return nil, nil, err
			}
		}
	}
	w.Flush()
	return b.Bytes(), gaps, w.Error()
}

// Gaps says what is missing, a sentence each: columns with what would fill them, then
// organizations of which it is not known whether they belong into the register.
func (r Register) Gaps(g *graph.Graph, lang messages.Language) []string {
	var said []string
	for _, x := range r.gaps {
		if x.empty == 0 {
			continue
		}
		what := lang.Plain("no dataset says it: fill it in")
		if x.column.declare != "" {
			what = lang.Plain(x.column.declare)
		}
		said = append(said, lang.Plain("{1} {2}: empty in {3} of {4} rows; {5}", x.template, x.column.code, x.empty, x.rows, what))
	}
	if len(r.unknownKinds) > 0 {
		said = append(said, lang.Plain("left out, as their kind is not declared: {1}", messages.OrganizationNames(g, r.unknownKinds, lang)))
	}
	if len(r.mayCount) > 0 {
		said = append(said, lang.Plain("left out of b_07.01, as the tier of their flows is not declared: {1}", messages.OrganizationNames(g, r.mayCount, lang)))
	}
	return said
}

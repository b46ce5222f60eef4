package admincsv

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"tasuki/graph/neo4jstore/model"
)

// writer writes the files of nodes and of relationships.
type writer struct {
	dataset, content string
	facts            *model.Facts
	between          rune // parts the elements of a list

	inputs  []string // arguments that name the files
	lines   bool     // a value has several lines
	largest int      // the bytes of the largest value
}

// file writes the facts of a shape: a line of the columns with their types, and one for
// each fact. Nodes of a label have a space of IDs of their own.
func (w *writer) file(s *model.Shape) File {
	var b bytes.Buffer
	columns := s.Columns[:len(s.Columns)-s.Former]
	name, kind := fileOf(s), "relationships"
	if s.IsNode() {
		kind = "nodes"
		b.WriteString("tasuki:string,dataset:string")
		if s.Keys == 0 {
			fmt.Fprintf(&b, ",:ID(%s),content:string", s.Kind)
		}
	} else {
		fmt.Fprintf(&b, "tasuki:string,:START_ID(%s),:END_ID(%s)", s.From, s.To)
	}
	for i, c := range columns {
		b.WriteByte(',')
		if s.IsNode() && i < s.Keys {
			fmt.Fprintf(&b, "%s:ID(%s)", c, s.Kind)
		} else {
			fmt.Fprintf(&b, "%s:%s", c, s.Types[i])
		}
	}
	b.WriteByte('\n')
	for i := range s.Count(w.facts) {
		ends, row := s.Put(w.facts, i)
		w.text(&b, w.dataset)
		lead := ends
		if s.IsNode() {
			lead = []string{w.dataset}
			if s.Keys == 0 {
				lead = append(lead, w.dataset, w.content)
			}
		}
		for _, v := range lead {
			b.WriteByte(',')
			w.text(&b, v)
		}
		for _, v := range row[:len(columns)] {
			b.WriteByte(',')
			w.value(&b, v)
		}
		b.WriteByte('\n')
	}
	w.inputs = append(w.inputs, fmt.Sprintf("--%s=%s=%s", kind, s.Kind, name))
	return File{name, b.Bytes()}
}

func (w *writer) value(b *bytes.Buffer, v any) {
	switch v := v.(type) {
	case nil:
	case string:
		w.text(b, v)
	case int64:
		b.WriteString(strconv.FormatInt(v, 10))
	case bool:
		b.WriteString(strconv.FormatBool(v))
	default:
		w.text(b, strings.Join(elements(v), string(w.between)))
	}
}

// text writes a text between quotation marks.
func (w *writer) text(b *bytes.Buffer, s string) {
	w.lines = w.lines || strings.ContainsAny(s, "\n\r")
	w.largest = max(w.largest, len(s))
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(s, `"`, `""`))
	b.WriteByte('"')
}

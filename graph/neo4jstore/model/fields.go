package model

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// fields goes through the fields of a fact, one function per type of fact for
// all purposes: naming its columns, making a row of it, making it from a row,
// and comparing it with one. A row holds a value per column; an empty field is
// nil there. The IDs of a relationship's ends stand apart.
type fields struct {
	mode    mode
	columns []string
	types   []Type
	ends    []string
	row     []any
	next    int
	differs bool
	key     []string
	former  int
	err     error
}

type mode int

const (
	naming mode = iota
	putting
	getting
	comparing
	keying // gathers the first fields, as many as key has room for
)

// field visits a field that has the zero value when it is empty.
func field[T comparable](f *fields, column string, v *T) {
	var empty T
	switch f.mode {
	case naming:
		f.columns, f.types = append(f.columns, column), append(f.types, typeOf(*v))
	case putting:
		if *v == empty {
			f.row = append(f.row, nil)
		} else {
			f.row = append(f.row, *v)
		}
	case getting:
		*v = take[T](f, column)
	case comparing:
		found := f.take()
		if *v == empty {
			f.differs = f.differs || found != nil
		} else {
			f.differs = f.differs || found != any(*v)
		}
	case keying:
		if s, ok := any(v).(*string); ok && len(f.key) < cap(f.key) {
			f.key = append(f.key, *s)
		}
	}
}

// take returns the next value of the row.
func (f *fields) take() any {
	v := f.row[f.next]
	f.next++
	return v
}

func take[T any](f *fields, column string) T {
	v := f.take()
	t, ok := v.(T)
	if !ok && v != nil && f.err == nil {
		f.err = said.Errorf("the property %s is %v, of type %T, and must be of type %T", column, v, v, t)
	}
	return t
}

// end visits the ID of the node at an end of a relationship. Ends are part of
// the key, so facts that are compared have the same.
func (f *fields) end(id *string) {
	switch f.mode {
	case putting:
		f.ends = append(f.ends, *id)
	case getting:
		*id, f.ends = f.ends[0], f.ends[1:]
	case keying:
		field(f, "", id)
	}
}

func (f *fields) text(column string, v *string) { field(f, column, v) }

// word visits a text of a type of its own, as one of a closed vocabulary is.
func word[T ~string](f *fields, column string, v *T) {
	s := string(*v)
	field(f, column, &s)
	if f.mode == getting {
		*v = T(s)
	}
}

func (f *fields) number(column string, v *int) {
	n := int64(*v)
	field(f, column, &n)
	if f.mode == getting {
		*v = int(n)
	}
}

// flag visits a yes or no, which is there even when it is no, so that a query
// can say NOT.
func (f *fields) flag(column string, v *bool) {
	switch f.mode {
	case putting:
		f.row = append(f.row, *v)
	case comparing:
		f.differs = f.differs || f.take() != any(*v)
	default:
		field(f, column, v)
	}
}

// derived visits a column that follows from others, and is for readers only.
func derived[T comparable](f *fields, column string, value T) {
	if f.mode == getting {
		f.take()
		return
	}
	field(f, column, &value)
}

// texts visits a list of strings, whose order says nothing.
func (f *fields) texts(column string, v *[]string) {
	if !slices.IsSortedFunc(*v, graph.Compare) {
		ordered := slices.SortedFunc(slices.Values(*v), graph.Compare)
		v = &ordered
	}
	switch f.mode {
	case naming:
		f.columns, f.types = append(f.columns, column), append(f.types, Texts)
	case putting:
		if len(*v) == 0 {
			f.row = append(f.row, nil)
		} else {
			f.row = append(f.row, *v)
		}
	case getting:
		*v = f.list(column)
	case comparing:
		found := f.take()
		list, _ := found.([]any)
		f.differs = f.differs || (found != nil) != (len(*v) > 0) ||
			!slices.EqualFunc(list, *v, func(a any, b string) bool { return a == b })
	}
}

func (f *fields) list(column string) []string {
	var texts []string
	for _, v := range take[[]any](f, column) {
		s, ok := v.(string)
		if !ok && f.err == nil {
			f.err = said.Errorf("the property %s holds %v, of type %T, and must hold strings", column, v, v)
		}
		texts = append(texts, s)
	}
	return texts
}

// remark visits a text in several languages; prefix is empty or ends in "_".
func (f *fields) remark(prefix string, n *graph.Name) {
	f.text(prefix+"ja", &n.JA)
	f.text(prefix+"en", &n.EN)
}

// name visits the name of a thing. The property called name, which is what
// tools show, is the English one, or the Japanese one if there is no other.
func (f *fields) name(n *graph.Name) {
	f.remark("name_", n)
	derived(f, "name", n.In(graph.English))
}

func (f *fields) source(s *graph.Source) {
	f.text("file", &s.File)
	f.text("sheet", &s.Sheet)
	f.number("line", &s.Line)
	f.number("column", &s.Column)
	f.text("mark", &s.Mark)
}

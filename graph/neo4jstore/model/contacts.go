package model

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// formerContacts visits the levels at which an organization was called as an earlier
// version wrote them, before contacts were nodes: three lists of one length, since a
// property holds no list of lists. They are read, and never written.
func (f *fields) formerContacts(levels *[]graph.Contact) {
	ja, en, waits := f.formerly("contacts_ja"), f.formerly("contacts_en"), f.formerly("contacts_wait_minutes")
	if f.mode != getting {
		return
	}
	if len(ja) != len(en) || len(ja) != len(waits) {
		f.fail("the properties contacts_ja, contacts_en and contacts_wait_minutes hold %d, %d and %d values, and must hold as many", len(ja), len(en), len(waits))
		return
	}
	for i := range ja {
		nameJA, ok1 := ja[i].(string)
		nameEN, ok2 := en[i].(string)
		wait, ok3 := waits[i].(int64)
		if !ok1 || !ok2 || !ok3 {
			f.fail("level %d of contacts_ja, contacts_en and contacts_wait_minutes holds %v, %v and %v, and must hold two texts and a number", i+1, ja[i], en[i], waits[i])
		}
		*levels = append(*levels, graph.Contact{Name: graph.Name{JA: nameJA, EN: nameEN}, WaitMinutes: int(wait)})
	}
}

// formerly visits a list that an earlier version wrote, and returns what is stored.
func (f *fields) formerly(column string) []any {
	f.former++
	if f.mode == getting {
		return take[[]any](f, column)
	}
	return f.ordered(column, nil)
}

// means visits ways to call somebody, in their order.
func (f *fields) means(column string, v *[]graph.Means) {
	var list []any
	for _, m := range *v {
		list = append(list, string(m))
	}
	list = f.ordered(column, list)
	if f.mode != getting {
		return
	}
	for _, m := range list {
		s, ok := m.(string)
		if !ok {
			f.fail("the property %s holds %v, of type %T, and must hold strings", column, m, m)
		}
		*v = append(*v, graph.Means(s))
	}
}

// ordered visits a list whose order matters, and returns it.
func (f *fields) ordered(column string, list []any) []any {
	switch f.mode {
	case naming:
		f.columns, f.types = append(f.columns, column), append(f.types, Texts)
	case putting:
		if len(list) == 0 {
			f.row = append(f.row, nil)
		} else {
			f.row = append(f.row, list)
		}
	case getting:
		return take[[]any](f, column)
	case comparing:
		found := f.take()
		stored, _ := found.([]any)
		f.differs = f.differs || (found != nil) != (len(list) > 0) || !slices.Equal(stored, list)
	}
	return list
}

// fail keeps the first error.
func (f *fields) fail(format string, args ...any) {
	if f.err == nil {
		f.err = said.Errorf(format, args...)
	}
}

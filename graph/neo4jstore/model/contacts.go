package model

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// contacts visits the levels at which an organization is called: three lists of
// one length, since a property holds no list of lists. An empty text and a 0
// stand for what is unknown.
func (f *fields) contacts(levels *[]graph.Contact) {
	var ja, en, waits []any
	for _, c := range *levels {
		ja, en, waits = append(ja, c.Name.JA), append(en, c.Name.EN), append(waits, int64(c.WaitMinutes))
	}
	ja, en, waits = f.ordered("contacts_ja", ja), f.ordered("contacts_en", en), f.ordered("contacts_wait_minutes", waits)
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

// ordered visits a list whose order matters, and returns it.
func (f *fields) ordered(column string, list []any) []any {
	switch f.mode {
	case naming:
		f.columns = append(f.columns, column)
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

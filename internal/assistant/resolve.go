package assistant

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/likeness"
	"tasuki/graph/said"
	"tasuki/graph/spelling"
)

// entry is something that can be asked for by its ID or its name.
type entry struct {
	id    string
	names []string // its names in every language, and its aliases
}

// sort is what sort of thing is asked for.
type sort string

const (
	aTask          sort = "task"
	anOrganization sort = "organization"
	aFlow          sort = "flow"
	everything     sort = ""
)

// word names a sort in an error.
func (k sort) word() said.Word {
	switch k {
	case aTask:
		return said.Word("task")
	case anOrganization:
		return said.Word("organization")
	}
	return said.Word("flow")
}

// entries lists what there is of a sort, by ID.
func (s *server) entries(k sort) []entry {
	var list []entry
	add := func(of sort, id string, name graph.Name, more ...string) {
		if k == of || k == everything {
			list = append(list, entry{id, append([]string{name.JA, name.EN}, more...)})
		}
	}
	for _, t := range s.Graph.Tasks() {
		add(aTask, t.ID, t.Name)
	}
	for _, o := range s.Graph.Organizations() {
		add(anOrganization, o.ID, o.Name, o.Aliases...)
	}
	for _, f := range s.Graph.Flows() {
		add(aFlow, f.ID, f.Name)
	}
	return list
}

// ids lists the IDs of a sort.
func (s *server) ids(k sort) []string {
	var list []string
	for _, e := range s.entries(k) {
		list = append(list, e.id)
	}
	return list
}

// matching returns the IDs of a sort that a text means: the one that it is, else those that
// are called so, else those whose ID and names hold each of its words; by ID. It takes time
// in proportion to the names.
func (s *server) matching(k sort, text string) []string {
	list := s.entries(k)
	if slices.ContainsFunc(list, func(e entry) bool { return e.id == text }) {
		return []string{text}
	}
	wanted := spelling.Folded(strings.TrimSpace(text))
	var called, holding []string
	for _, e := range list {
		all := spelling.Folded(strings.Join(append([]string{e.id}, e.names...), " "))
		has := wanted != ""
		for word := range strings.FieldsSeq(wanted) {
			has = has && strings.Contains(all, word)
		}
		switch {
		case has && slices.ContainsFunc(append(e.names, e.id), func(n string) bool { return spelling.Folded(n) == wanted }):
			called = append(called, e.id)
		case has:
			holding = append(holding, e.id)
		}
	}
	if len(called) > 0 {
		return called
	}
	return holding
}

// one returns the ID of the only thing of a sort that a text means.
func (s *server) one(k sort, text string) (string, error) {
	if len(text) > maxText {
		return "", said.Errorf("the name of a %s has %d bytes, and may have %d; give its ID", k.word(), len(text), maxText)
	}
	switch list := s.matching(k, text); len(list) {
	case 1:
		return list[0], nil
	case 0:
		return "", s.unknown(k, text)
	default:
		return "", said.Errorf("%q means several of the kind %s: %s; give one by its ID", shortened(text), k.word(), s.described(k, list))
	}
}

// maxText is how many bytes the name of something that is asked for may have.
const maxText = 1_000

// all returns what [server.one] returns for each of a list.
func (s *server) all(k sort, list []string) ([]string, error) {
	var ids []string
	for _, text := range list {
		id, err := s.one(k, text)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// unknown says that nothing of a sort is called so, and what is most like it.
func (s *server) unknown(k sort, text string) error {
	ids := s.ids(k)
	if len(ids) == 0 {
		return said.Errorf("no %s is declared in the dataset; ask about something else", k.word())
	}
	return said.Errorf("no %s is called %q; use the nearest of %d, %s, or another", k.word(), shortened(text), len(ids), s.described(k, s.nearest(k, text)))
}

// nearest returns the IDs of a sort that are, or whose names are, most like a text.
func (s *server) nearest(k sort, text string) []string {
	of := map[string]string{}
	var names []string
	for _, e := range s.entries(k) {
		for _, n := range append([]string{e.id}, e.names...) {
			if _, known := of[n]; !known && n != "" {
				of[n] = e.id
				names = append(names, shortened(n))
				of[shortened(n)] = e.id
			}
		}
	}
	var ids []string
	for _, n := range likeness.Order(shortened(text), names) {
		if id := of[n]; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		if len(ids) == few {
			break
		}
	}
	return ids
}

// few is how many of several things an error names.
const few = 5

// described lists things with their names, the first few.
func (s *server) described(k sort, ids []string) string {
	var list []string
	for _, id := range ids[:min(few, len(ids))] {
		switch k {
		case aTask:
			list = append(list, s.Task(id).String())
		case anOrganization:
			list = append(list, s.Organization(id).String())
		default:
			list = append(list, s.FlowTitle(id).String())
		}
	}
	if len(ids) > few {
		list = append(list, "…")
	}
	return s.joined(list)
}

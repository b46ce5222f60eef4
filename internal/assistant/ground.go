package assistant

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/report/section"
)

// grounds are the facts that an answer names.
type grounds struct {
	tasks    []string        // whose marks it rests on
	roles    []graph.Role    // of these marks; nil: all
	handoffs []graph.Handoff // that it names
	judged   bool            // by the rules for leads and support
	rules    *rules.RulesInForce
	told     bool // the answer says these rules itself
}

// place says where a fact stands in the source: a mark, a task or a handoff.
type place struct {
	Task         string        `json:"task"` // of a handoff, the one that hands on
	To           string        `json:"to,omitempty"`
	Organization string        `json:"organization,omitempty"`
	Role         graph.Role    `json:"role,omitempty"`
	Reading      graph.Reading `json:"reading,omitempty"`  // printed, realigned or uncertain
	Inferred     bool          `json:"inferred,omitempty"` // no words in the source tie the two tasks of the handoff together
	Source       graph.Source  `json:"source,omitzero"`    // file, line and column
}

// basis says what an answer rests on besides what is certain.
type basis struct {
	Uncertain []graph.Assignment  `json:"uncertain,omitempty"` // marks that may be others'
	Realigned int                 `json:"realigned,omitempty"` // marks that drifted and have one plausible place
	Unread    []graph.UnreadMark  `json:"unread,omitempty"`    // cells among the marks that could not be read
	Inferred  int                 `json:"inferred_handoffs"`   // of the handoffs that the answer names
	Handoffs  int                 `json:"handoffs"`            // that it names
	Rules     *rules.RulesInForce `json:"rules,omitempty"`     // by which it is judged; null where no rule decides anything
}

// grounded returns the places of what an answer names, in its order, and what it rests on.
// It takes time in proportion to the marks of the dataset.
func (s *server) grounded(r grounds) ([]place, *basis) {
	b := &basis{Rules: r.rules, Handoffs: len(r.handoffs)}
	if r.judged && r.rules == nil {
		in := rules.InForce(s.Graph, rules.Options{})
		b.Rules = &in
	}
	wanted := map[string]bool{}
	for _, id := range r.tasks {
		wanted[id] = true
	}
	marks := map[string][]graph.Assignment{}
	for _, a := range s.Graph.Assignments() {
		if wanted[a.Task] && (r.roles == nil || slices.Contains(r.roles, a.Role)) {
			marks[a.Task] = append(marks[a.Task], a)
		}
	}
	for _, u := range s.Graph.Unread() {
		if wanted[u.Task] {
			b.Unread = append(b.Unread, u)
		}
	}
	var places []place
	for _, id := range r.tasks {
		if !wanted[id] {
			continue
		}
		wanted[id] = false
		if len(marks[id]) == 0 {
			places = append(places, place{Task: id, Source: s.sourceOf(id)})
		}
		for _, a := range marks[id] {
			places = append(places, place{Task: id, Organization: a.Organization, Role: a.Role, Reading: a.Reading, Source: a.Source})
			switch a.Reading {
			case graph.Uncertain:
				b.Uncertain = append(b.Uncertain, a)
			case graph.Realigned:
				b.Realigned++
			}
		}
	}
	for _, h := range r.handoffs {
		if h.Basis.Inferred {
			b.Inferred++
		}
		places = append(places, s.handoffPlaces(h)...)
	}
	if len(r.tasks) == 0 && len(r.handoffs) == 0 && b.Rules == nil {
		return nil, nil
	}
	return places, b
}

// handoffPlaces returns where a handoff stands, or the rows that it rests on.
func (s *server) handoffPlaces(h graph.Handoff) []place {
	p := place{Task: h.From, To: h.To, Inferred: h.Basis.Inferred, Source: h.Source}
	if h.Source != (graph.Source{}) || len(h.Basis.Rows) == 0 {
		return []place{p}
	}
	var list []place
	for _, row := range h.Basis.Rows {
		p.Source = s.sourceOf(row)
		list = append(list, p)
	}
	return list
}

// sourceOf returns where the row of a task stands.
func (s *server) sourceOf(id string) graph.Source {
	if i, ok := s.Graph.TaskIndex(id); ok {
		return s.Graph.Tasks()[i].Source
	}
	return graph.Source{}
}

// shownPlaces is how many places a text names.
const shownPlaces = 6

// placeLines says where facts stand, the first of them.
func (s *server) placeLines(places []place) []string {
	var lines []string
	more := 0
	for _, p := range places {
		if p.Source == (graph.Source{}) {
			continue
		}
		if len(lines) == shownPlaces {
			more++
			continue
		}
		at := section.Place(p.Source)
		switch {
		case p.To != "":
			lines = append(lines, s.Plain("Handoff {1}: {2}", s.Way([]string{p.Task, p.To}).String(), at))
		case p.Organization == "":
			lines = append(lines, s.Plain("Task {1}: {2}", p.Task, at))
		case p.Reading == graph.Uncertain:
			lines = append(lines, s.Plain("Task {1}, {2} ({3}, uncertain): {4}", p.Task, p.Organization, s.Plain(string(p.Role)), at))
		default:
			lines = append(lines, s.Plain("Task {1}, {2} ({3}): {4}", p.Task, p.Organization, s.Plain(string(p.Role)), at))
		}
	}
	switch {
	case len(places) == 0:
		return nil
	case len(lines) == 0:
		return []string{s.Plain("The dataset does not say where in its source these facts stand.")}
	}
	lines = append([]string{s.Plain("Places in the source:")}, lines...)
	if more > 0 {
		lines = append(lines, s.Count(more, "{1} more place is in the structured answer.", "{1} more places are in the structured answer."))
	}
	return lines
}

// basisLines says what an answer rests on, the rules apart where they are told already.
func (s *server) basisLines(b *basis, told bool) []string {
	if b == nil {
		return nil
	}
	var lines []string
	if b.Rules != nil && !told {
		lines = append(lines, say(s.RulesInForce(*b.Rules)))
	}
	if n := len(b.Uncertain); n > 0 {
		lines = append(lines, s.Count(n, "{1} of the marks that the answer rests on is uncertain; it is taken as it is read.", "{1} of the marks that the answer rests on are uncertain; they are taken as they are read."))
	}
	if n := len(b.Unread); n > 0 {
		lines = append(lines, s.Count(n, "{1} cell of these tasks could not be read, and is left out.", "{1} cells of these tasks could not be read, and are left out."))
	}
	if b.Inferred > 0 {
		lines = append(lines, s.Count(b.Inferred, "{1} of {2} handoffs named here is inferred: no words in the source tie its tasks together.", "{1} of {2} handoffs named here are inferred: no words in the source tie their tasks together.", b.Handoffs))
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{s.Plain("What the answer rests on:")}, lines...)
}

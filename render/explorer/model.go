package explorer

import (
	"sync"

	"tasuki/analysis"
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/drill"
	"tasuki/analysis/findings"
	"tasuki/analysis/observation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Model is a dataset that is explored, with what is computed of it as it is. It never
// changes, and can be used by several at once.
type Model struct {
	Graph   *graph.Graph
	Lang    graph.Lang // of places that name none
	Stored  string     // the name of the dataset in a database
	Version int        // of the dataset: it rises when it is read again
	Console bool       // the database that it is in can be asked

	Decide   func(*findings.Review, *graph.Graph) // makes findings those that a team has decided about; nil: nothing is decided
	Record   []drill.Entry                        // of drills; nil: there is none
	Observed *observation.Observation             // what an event log shows; nil: none was read
	Today    string                               // the day on which the record was read, as 2026-03-04

	review func() findings.Review
	laid   *laid
}

// NewModel returns the model of a graph, which is stored in a database under a name.
func NewModel(g *graph.Graph, stored string, lang graph.Lang, version int) *Model {
	m := &Model{Graph: g, Stored: stored, Lang: lang, Version: version, laid: &laid{list: map[string]*followed{}}}
	m.review = sync.OnceValue(func() findings.Review { return m.reviewed(g) })
	return m
}

// reviewed returns the review of a graph, with what is decided about its findings.
func (m *Model) reviewed(g *graph.Graph) findings.Review {
	r := analysis.Analyze(g, rules.Options{})
	if m.Decide != nil {
		m.Decide(&r, g)
	}
	return r
}

// world is a place with what follows from its changes.
type world struct {
	*Model
	Place
	p messages.Printer // of the dataset as it is
	followed
}

// at lays the changes of a place over the dataset. The error is that of [overlay.Apply].
func (m *Model) at(place Place) (world, error) {
	lang := m.Lang
	if place.Lang != "" {
		lang = place.Lang
	}
	w := world{Model: m, Place: place, p: messages.Printer{Graph: m.Graph, Language: messages.In(lang)}}
	f, err := m.laid.over(m.Graph, place.Changes)
	w.followed = f
	return w, err
}

// changed reports whether anything is changed.
func (w world) changed() bool { return len(w.Changes) > 0 }

// highlights are what drawings of what is left mark.
func (w world) highlights() (diagram.Overlay, bottleneck.Bottleneck) {
	if !w.changed() {
		r := w.review()
		return diagram.OverlayOf(r.FlowSPOFs, r.Bottleneck), r.Bottleneck
	}
	b := bottleneck.Bottlenecks(w.left, rules.Options{})
	return diagram.OverlayOf(spof.SPOFs(w.left, rules.Options{}), b), b
}

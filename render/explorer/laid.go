package explorer

import (
	"strings"
	"sync"

	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// followed is what follows from changes.
type followed struct {
	o    overlay.Overlay
	c    consequence.Consequences // of changes; of none, nothing
	left *graph.Graph             // what is left
}

// mostLaid is how many sets of changes are kept with what follows from them: a page and
// its drawing, rows and data are asked for one after the other.
const mostLaid = 8

// laid keeps what follows from the last sets of changes.
type laid struct {
	mu    sync.Mutex
	list  map[string]*followed // by the text of the changes
	order []string             // the oldest first
}

// over returns what follows from changes to a graph, always the same. The error is that of
// [overlay.Apply].
func (l *laid) over(g *graph.Graph, changes []overlay.Change) (followed, error) {
	var texts []string
	for _, c := range changes {
		texts = append(texts, c.String())
	}
	key := strings.Join(texts, "\n")
	l.mu.Lock()
	kept := l.list[key]
	l.mu.Unlock()
	if kept != nil {
		return *kept, nil
	}
	f, err := follow(g, changes)
	if err != nil {
		return f, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.list[key] == nil {
		l.list[key], l.order = &f, append(l.order, key)
		if len(l.order) > mostLaid {
			delete(l.list, l.order[0])
			l.order = l.order[1:]
		}
	}
	return f, nil
}

func follow(g *graph.Graph, changes []overlay.Change) (f followed, err error) {
	f.left = g
	if f.o, err = overlay.Apply(g.Dataset(), changes); err != nil || len(changes) == 0 {
		return f, err
	}
	if f.left, err = graph.New(f.o.Dataset); err != nil {
		return f, err
	}
	f.c, err = consequence.Of(g, f.o, rules.Options{})
	return f, err
}

package explorer

import (
	"context"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"tasuki/render/explorer"
)

// Open reads a dataset as a version of the model.
type Open func(ctx context.Context, version int) (*explorer.Model, error)

// source is the dataset as it was read last, and who waits for the next.
type source struct {
	Options
	now   atomic.Pointer[explorer.Model]
	first string // the stamp of its files before they were read: what has changed since is read again

	mu        sync.Mutex
	listeners map[chan event]bool
	problem   string // of the last try to read it; empty: it was read
}

// event is what pages are told.
type event struct {
	name, data string
	version    int // of the dataset that is shown
}

func newSource(ctx context.Context, o Options) (*source, error) {
	s := &source{Options: o, first: stamp(o.Watched), listeners: map[chan event]bool{}}
	m, err := o.Open(ctx, 1)
	if err != nil {
		return nil, err
	}
	s.now.Store(m)
	return s, nil
}

func (s *source) model() *explorer.Model { return s.now.Load() }

// watch reads the dataset again when its files change, until the context ends. While they
// cannot be read, the last state that could stays.
func (s *source) watch(ctx context.Context) {
	if s.Every == 0 {
		return
	}
	tick := time.NewTicker(s.Every)
	defer tick.Stop()
	was, before := s.first, s.first
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		is := stamp(s.Watched)
		rests := is == before
		before = is
		// What is being written is read when it rests: half of a file may be a dataset, too.
		if is == was || !rests {
			continue
		}
		was = is
		m, err := s.Open(ctx, s.model().Version+1)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			s.tell(event{"problem", s.Say(err), s.model().Version}, s.Say(err))
			continue
		}
		s.now.Store(m)
		s.tell(event{"changed", "", m.Version}, "")
	}
}

// tell tells all pages, and keeps what is wrong for those that come later.
func (s *source) tell(e event, problem string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problem = problem
	for l := range s.listeners {
		select {
		case l <- e:
		default: // a page that does not listen learns it with the next
		}
	}
}

// listen returns what a page is told that has seen a version, until it calls stop. There is
// no stop where too many listen already.
func (s *source) listen(seen string) (events chan event, stop func()) {
	events = make(chan event, 4)
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.listeners) >= mostListening {
		return nil, nil
	}
	version := s.model().Version
	if seen != "" && seen != strconv.Itoa(version) {
		events <- event{"changed", "", version}
	}
	if s.problem != "" {
		events <- event{"problem", s.problem, version}
	}
	s.listeners[events] = true
	return events, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.listeners, events)
	}
}

// wrong is what is wrong with the files since they were read; empty: nothing.
func (s *source) wrong() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.problem
}

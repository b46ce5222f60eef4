package explorer

import (
	"context"
	"sync"

	"tasuki/graph/said"
)

// errReplaced is the error of a statement in whose place another came.
var errReplaced = said.New("another question has taken its place; ask it again")

// slot is where one thing runs at a time: the next ends the one before.
type slot struct {
	mu   sync.Mutex
	stop context.CancelCauseFunc // of the one before; nil: there was none
	turn chan struct{}
}

func newSlot() *slot { return &slot{turn: make(chan struct{}, 1)} }

// take waits until the one before has ended, and returns the context in which the next
// runs, until it calls leave. The error is the cause of the end of that context.
func (s *slot) take(ctx context.Context) (mine context.Context, leave func(), err error) {
	mine, stop := context.WithCancelCause(ctx)
	s.mu.Lock()
	if s.stop != nil {
		s.stop(errReplaced)
	}
	s.stop = stop
	s.mu.Unlock()
	select {
	case s.turn <- struct{}{}:
		return mine, func() {
			stop(context.Canceled)
			<-s.turn
		}, nil
	case <-mine.Done():
		return mine, func() {}, context.Cause(mine)
	}
}

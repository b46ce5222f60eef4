// Package terminal talks with whoever sits at a terminal: what is being done, and
// questions with yes or no. What is said is the caller's.
package terminal

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// Progress tells on stderr what is being done, once a second, from the first
// second on. Short work stays silent.
type Progress struct {
	step    atomic.Value
	done    chan struct{}
	stopped chan struct{}
}

// StartProgress begins to tell. The caller ends it with Stop.
func StartProgress(w io.Writer) *Progress {
	p := &Progress{done: make(chan struct{}), stopped: make(chan struct{})}
	p.step.Store("")
	go func() {
		defer close(p.stopped)
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				fmt.Fprintf(w, "tasuki: %s ...\n", p.step.Load())
			case <-p.done:
				return
			}
		}
	}()
	return p
}

// Now says what is being done from now on.
func (p *Progress) Now(format string, args ...any) { p.step.Store(fmt.Sprintf(format, args...)) }

// Stop ends the telling. Nothing is written after it returns.
func (p *Progress) Stop() {
	close(p.done)
	<-p.stopped
}

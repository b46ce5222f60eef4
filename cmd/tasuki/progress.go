package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// progress tells on stderr what is being done, once a second, from the first
// second on. Short work stays silent.
type progress struct {
	step    atomic.Value
	done    chan struct{}
	stopped chan struct{}
}

func startProgress(w io.Writer) *progress {
	p := &progress{done: make(chan struct{}), stopped: make(chan struct{})}
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

// now says what is being done from now on.
func (p *progress) now(format string, args ...any) { p.step.Store(fmt.Sprintf(format, args...)) }

// stop ends the telling. Nothing is written after it returns.
func (p *progress) stop() {
	close(p.done)
	<-p.stopped
}

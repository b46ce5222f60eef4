package network

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// inOrder calls run(s, i) for each i below n on GOMAXPROCS workers, each with a
// state s of its own from start, and then take(s), one at a time and in the
// order of i: what take adds up does not depend on the number of workers. It
// returns the error of ctx when it ends first.
func inOrder[S any](ctx context.Context, n int, start func() S, run func(S, int), take func(S)) error {
	var (
		workers sync.WaitGroup
		next    atomic.Int64
		mu      sync.Mutex
		taken   int
		changed = sync.NewCond(&mu)
	)
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for s := start(); ctx.Err() == nil; {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				run(s, i)
				mu.Lock()
				for taken != i {
					changed.Wait()
				}
				take(s)
				taken++
				changed.Broadcast()
				mu.Unlock()
			}
		})
	}
	workers.Wait()
	return ctx.Err()
}

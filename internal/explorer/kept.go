package explorer

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"sync"

	"tasuki/graph/said"
)

// key is what a page depends on.
type key struct {
	address string
	version int // of the dataset
}

// kept are pages that were made, up to a number of bytes; those not asked for longest go
// first.
type kept struct {
	mu    sync.Mutex
	most  int
	bytes int
	pages map[key]*list.Element
	order *list.List // of *made, the last that was asked for in front
	being map[key]*made
}

// made is a page that is made, or being made.
type made struct {
	key  key
	done chan struct{}
	data []byte
	err  error
}

func newKept(most int) *kept {
	return &kept{most: most, pages: map[key]*list.Element{}, order: list.New(), being: map[key]*made{}}
}

// get returns a page, and makes it unless it is kept or being made for another. A page that
// the other gave up is made again.
func (k *kept) get(ctx context.Context, at key, write func() ([]byte, error)) ([]byte, error) {
	for {
		data, mine, err := k.once(ctx, at, write)
		if mine || !errors.Is(err, errBusy) || ctx.Err() != nil {
			return data, err
		}
	}
}

// once is one try of get, which says whether the page was made for who asks.
func (k *kept) once(ctx context.Context, at key, write func() ([]byte, error)) (data []byte, mine bool, err error) {
	k.mu.Lock()
	if e, ok := k.pages[at]; ok {
		k.order.MoveToFront(e)
		k.mu.Unlock()
		return e.Value.(*made).data, false, nil
	}
	m, ok := k.being[at]
	if !ok {
		m = &made{key: at, done: make(chan struct{})}
		k.being[at] = m
		go k.finish(m, write)
	}
	k.mu.Unlock()
	select {
	case <-m.done:
		return m.data, !ok, m.err
	case <-ctx.Done():
		return nil, !ok, errBusy
	}
}

// errBroken is the error of a page that cannot be made, which is a fault of the program.
var errBroken = said.New("a fault of the program; report it with this page's address")

// written calls write. A fault of the program in one page does not end the others.
func written(at key, write func() ([]byte, error)) (data []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = said.Errorf("making the page %s: %w: %s", at.address, errBroken, fmt.Sprint(fault))
		}
	}()
	return write()
}

// finish makes a page and keeps it, unless that failed.
func (k *kept) finish(m *made, write func() ([]byte, error)) {
	m.data, m.err = written(m.key, write)
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.being, m.key)
	if m.err == nil && len(m.data) <= k.most {
		k.pages[m.key] = k.order.PushFront(m)
		k.bytes += len(m.data)
		for k.bytes > k.most {
			last := k.order.Back()
			gone := k.order.Remove(last).(*made)
			delete(k.pages, gone.key)
			k.bytes -= len(gone.data)
		}
	}
	close(m.done)
}

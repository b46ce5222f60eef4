package explorer

import (
	"container/list"
	"context"
	"sync"
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

// get returns a page, and makes it unless it is kept or being made for another.
func (k *kept) get(ctx context.Context, at key, write func() ([]byte, error)) ([]byte, error) {
	k.mu.Lock()
	if e, ok := k.pages[at]; ok {
		k.order.MoveToFront(e)
		k.mu.Unlock()
		return e.Value.(*made).data, nil
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
		return m.data, m.err
	case <-ctx.Done():
		return nil, errBusy
	}
}

// finish makes a page and keeps it, unless that failed.
func (k *kept) finish(m *made, write func() ([]byte, error)) {
	m.data, m.err = write()
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

package network

import (
	"math"
	"math/bits"
)

// slots is the number of slots of a distanceQueue for lengths up to 1.
const slots = 1024

// distanceQueue is a queue of vertices by distance, for distances that are at
// most 1 beyond that of the last one popped. It sorts them roughly into slots
// and only the nearest slot exactly, in a heap.
type distanceQueue struct {
	slot [][]queued // by distance, going round
	used []uint64   // one bit for each slot: it is not empty
	near []queued   // the slot at hand, as a heap
	at   int        // its number, not going round
	size int        // outside near
}

// queued is a vertex at a distance.
type queued struct {
	distance float64
	vertex   int32
}

func newDistanceQueue() *distanceQueue {
	return &distanceQueue{slot: make([][]queued, 2*slots), used: make([]uint64, 2*slots/64)}
}

// push adds a vertex.
func (q *distanceQueue) push(distance float64, vertex int32) {
	x := queued{distance, vertex}
	if i := int(distance * slots); i > q.at {
		i %= 2 * slots
		q.slot[i] = append(q.slot[i], x)
		q.used[i/64] |= 1 << (i % 64)
		q.size++
		return
	}
	q.near = append(q.near, x)
	i := len(q.near) - 1
	for ; i > 0 && q.near[(i-1)/2].distance > distance; i = (i - 1) / 2 {
		q.near[i] = q.near[(i-1)/2]
	}
	q.near[i] = x
}

// pop removes the nearest vertex; false when there is none, and the queue is as
// new.
func (q *distanceQueue) pop() (vertex int32, distance float64, ok bool) {
	for len(q.near) == 0 {
		if q.size == 0 {
			q.at = 0
			return 0, math.Inf(1), false
		}
		q.advance()
		slot := &q.slot[q.at%(2*slots)]
		q.size -= len(*slot)
		q.near, *slot = *slot, q.near[:0]
		for i := len(q.near)/2 - 1; i >= 0; i-- {
			q.sink(q.near[i], i)
		}
	}
	first, last := q.near[0], q.near[len(q.near)-1]
	if q.near = q.near[:len(q.near)-1]; len(q.near) > 0 {
		q.sink(last, 0)
	}
	return first.vertex, first.distance, true
}

// advance goes to the next slot that is not empty, and says that it is empty.
func (q *distanceQueue) advance() {
	for q.at++; ; q.at = (q.at/64 + 1) * 64 {
		word := &q.used[q.at/64%len(q.used)]
		if rest := *word >> (q.at % 64); rest != 0 {
			q.at += bits.TrailingZeros64(rest)
			*word &^= 1 << (q.at % 64)
			return
		}
	}
}

// sink puts x at i or below.
func (q *distanceQueue) sink(x queued, i int) {
	for {
		least := 2*i + 1
		if least >= len(q.near) {
			break
		}
		if least+1 < len(q.near) && q.near[least+1].distance < q.near[least].distance {
			least++
		}
		if q.near[least].distance >= x.distance {
			break
		}
		q.near[i] = q.near[least]
		i = least
	}
	q.near[i] = x
}

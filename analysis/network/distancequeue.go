package network

import (
	"math"
	"math/bits"
	"slices"
)

// distance is a length of an edge or of a way: a whole number, or any.
type distance interface{ uint32 | float64 }

// A distanceQueue sorts vertices exactly where slots are wider than an edge is
// long, and has coarseSlots of them for the longest edge. Otherwise it has up to
// fineSlots.
const (
	coarseSlots = 1 << 10
	fineSlots   = 1 << 12
)

// distanceQueue is a queue of vertices by distance, for distances that are at
// most the length of the longest edge beyond that of the last one popped. It
// sorts them roughly into slots. Where a slot is no wider than the shortest edge
// is long, no vertex comes nearer by an edge from another one of its slot, and
// the order within a slot is none. Otherwise the nearest slot is a heap.
type distanceQueue[T distance] struct {
	perSlot float64  // slots for a distance of 1
	fine    bool     // a slot is no wider than the shortest edge is long
	first   []int32  // of a slot, going round: 1 + its index in all, or 0
	used    []uint64 // one bit for each slot: it is not empty
	all     []waiting[T]
	near    []queued[T] // the slot at hand
	at      int         // its number, not going round
	size    int         // outside near
}

// queued is a vertex at a distance.
type queued[T distance] struct {
	distance T
	vertex   int32
}

// waiting is a queued vertex in the list of a slot.
type waiting[T distance] struct {
	queued[T]
	next int32 // as distanceQueue.first
}

// newDistanceQueue returns a queue for edges from the shortest to the longest.
// A fine slot is a power of two wide: the number of one is exact, and that of a
// distance and an edge is larger than that of the distance, after rounding, too.
func newDistanceQueue[T distance](shortest, longest T) *distanceQueue[T] {
	_, exponent := math.Frexp(float64(shortest))
	q := &distanceQueue[T]{perSlot: math.Ldexp(1, 1-exponent), fine: true}
	slots := 64
	if need := float64(longest)*q.perSlot + 2; shortest > 0 && need <= fineSlots {
		for float64(slots) < need {
			slots *= 2
		}
	} else {
		q.perSlot, q.fine, slots = coarseSlots/float64(longest), false, 2*coarseSlots
	}
	q.first, q.used = make([]int32, slots), make([]uint64, slots/64)
	return q
}

// push adds a vertex.
func (q *distanceQueue[T]) push(distance T, vertex int32) {
	i := int(float64(distance) * q.perSlot)
	if i <= q.at {
		q.rise(queued[T]{distance, vertex})
		return
	}
	i &= len(q.first) - 1
	q.all = append(q.all, waiting[T]{queued[T]{distance, vertex}, q.first[i]})
	q.first[i] = int32(len(q.all))
	q.used[i/64] |= 1 << (i % 64)
	q.size++
}

// next adds the vertices that are nearest to order: one, or when slots are fine all
// of a slot. What is queued counts only at the distance of its vertex in the list. None
// is added when the queue is empty, and then it is as new.
func (q *distanceQueue[T]) next(order []int32, distance []T) []int32 {
	for before := len(order); len(order) == before; {
		if len(q.near) == 0 {
			if q.size == 0 {
				q.at, q.all = 0, q.all[:0]
				return order
			}
			q.open()
		}
		if q.fine {
			order = q.current(order, distance)
		} else if x := q.pop(); x.distance == distance[x.vertex] {
			order = append(order, x.vertex)
		}
	}
	return order
}

// open takes the next slot that is not empty at hand.
func (q *distanceQueue[T]) open() {
	for q.at++; ; q.at = (q.at/64 + 1) * 64 {
		word := &q.used[q.at/64&(len(q.used)-1)]
		if rest := *word >> (q.at % 64); rest != 0 {
			q.at += bits.TrailingZeros64(rest)
			*word &^= 1 << (q.at % 64)
			break
		}
	}
	slot := &q.first[q.at&(len(q.first)-1)]
	for i := *slot; i != 0; {
		x := &q.all[i-1]
		q.near = append(q.near, x.queued)
		i = x.next
	}
	*slot = 0
	q.size -= len(q.near)
	for i := len(q.near)/2 - 1; i >= 0 && !q.fine; i-- {
		q.sink(q.near[i], i)
	}
}

// current adds all of the slot at hand that counts, without a branch for each.
func (q *distanceQueue[T]) current(order []int32, distance []T) []int32 {
	k := len(order)
	order = slices.Grow(order, len(q.near))[:k+len(q.near)]
	for _, x := range q.near {
		order[k] = x.vertex
		if x.distance == distance[x.vertex] {
			k++
		}
	}
	q.near = q.near[:0]
	return order[:k]
}

// pop removes the nearest vertex from the heap.
func (q *distanceQueue[T]) pop() queued[T] {
	first, last := q.near[0], q.near[len(q.near)-1]
	if q.near = q.near[:len(q.near)-1]; len(q.near) > 0 {
		q.sink(last, 0)
	}
	return first
}

// rise adds x to the heap.
func (q *distanceQueue[T]) rise(x queued[T]) {
	q.near = append(q.near, x)
	i := len(q.near) - 1
	for ; i > 0 && q.near[(i-1)/2].distance > x.distance; i = (i - 1) / 2 {
		q.near[i] = q.near[(i-1)/2]
	}
	q.near[i] = x
}

// sink puts x at i or below.
func (q *distanceQueue[T]) sink(x queued[T], i int) {
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

package layout

import (
	"cmp"
	"slices"
)

// Interval is what a box covers along one direction.
type Interval struct{ From, To float64 }

// Cut returns where a page ends that begins at from: the last place, at most room
// behind it, that cuts through no block; behind a third of the room there has to be one,
// or it cuts where the room ends. Blocks longer than that are backgrounds. What
// is left up to the end, to, needs no cut if there is room for it. It takes time
// O(blocks^2) at worst.
func Cut(from, to, room float64, blocks []Interval) float64 {
	if from+room >= to {
		return to
	}
	at := from + room
	for moved := true; moved; {
		moved = false
		for _, b := range blocks {
			if b.cut(at, room) {
				at, moved = b.From, true
			}
		}
	}
	if at < from+room/3 {
		return from + room
	}
	return at
}

// Clear reports whether a page of a room may end at a place without cutting a block.
func Clear(at, room float64, blocks []Interval) bool {
	return !slices.ContainsFunc(blocks, func(b Interval) bool { return b.cut(at, room) })
}

// Near returns those of the blocks, which are in the order of From, that may matter
// to [Cut] and [Clear] for a page of a room that begins at a place: blocks that are no
// background are shorter than half of a room. It takes time O(log n) for n blocks.
func Near(from, room float64, blocks []Interval) []Interval {
	begin := func(b Interval, at float64) int { return cmp.Compare(b.From, at) }
	low, _ := slices.BinarySearchFunc(blocks, from-room, begin)
	high, _ := slices.BinarySearchFunc(blocks, from+room, begin)
	return blocks[low:high]
}

// cut reports whether a place lies in a block that is no background.
func (b Interval) cut(at, room float64) bool {
	return b.To-b.From < room/2 && b.From < at && at < b.To
}

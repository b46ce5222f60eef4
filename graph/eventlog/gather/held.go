package gather

import (
	"context"

	"tasuki/graph/eventlog"
)

// held are events in memory, in the order in which they came, and of which case each run
// of them is. They stand in blocks, so that nothing is copied as they grow.
type held struct {
	blocks [][]eventlog.Event
	runs   []run
	events int
}

// run are events of one case that stand together.
type run struct {
	number uint32
	count  uint32
	start  int64
}

const (
	blockEvents = 1 << 12
	eventBytes  = 24     // of an Event
	runBytes    = 2 * 16 // of a run; sorting takes a second list
)

// bytes returns what the events take, and the runs as they are sorted.
func (h *held) bytes() int64 { return int64(h.events)*eventBytes + int64(len(h.runs))*runBytes }

func (h *held) reset() {
	h.blocks, h.runs, h.events = h.blocks[:0], h.runs[:0], 0
}

// add holds events of a case.
func (h *held) add(number uint32, events []eventlog.Event) {
	if last := len(h.runs) - 1; last >= 0 && h.runs[last].number == number && int64(h.runs[last].count)+int64(len(events)) < 1<<32 {
		h.runs[last].count += uint32(len(events))
	} else {
		h.runs = append(h.runs, run{number, uint32(len(events)), int64(h.events)})
	}
	for len(events) > 0 {
		at := h.events % blockEvents
		if at == 0 {
			h.block()
		}
		last := len(h.blocks) - 1
		n := copy(h.blocks[last][at:], events)
		h.events += n
		events = events[n:]
	}
}

// block takes a block into use, one that was used before if there is one.
func (h *held) block() {
	if n := len(h.blocks); n < cap(h.blocks) {
		if old := h.blocks[:n+1][n]; old != nil {
			h.blocks = h.blocks[:n+1]
			return
		}
	}
	h.blocks = append(h.blocks, make([]eventlog.Event, blockEvents))
}

// sort orders the runs by case and leaves those of one case as they are: a radix sort
// over two digits, in linear time.
func (h *held) sort() {
	sorted := true
	for i := 1; i < len(h.runs) && sorted; i++ {
		sorted = h.runs[i-1].number <= h.runs[i].number
	}
	if sorted {
		return
	}
	from, to := h.runs, make([]run, len(h.runs))
	for shift := 0; shift < 32; shift += 16 {
		starts := make([]int, 1<<16+1)
		for _, r := range from {
			starts[(r.number>>shift)&0xffff+1]++
		}
		for i := 1; i < len(starts); i++ {
			starts[i] += starts[i-1]
		}
		for _, r := range from {
			digit := (r.number >> shift) & 0xffff
			to[starts[digit]] = r
			starts[digit]++
		}
		from, to = to, from
	}
	h.runs = from
}

// each hands over the runs as they are sorted, parted where blocks end.
func (h *held) each(ctx context.Context, run func(number uint32, events []eventlog.Event) error) error {
	for i, r := range h.runs {
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for start, left := r.start, int64(r.count); left > 0; {
			block, at := h.blocks[start/blockEvents], start%blockEvents
			n := min(left, blockEvents-at)
			if err := run(r.number, block[at:at+n]); err != nil {
				return err
			}
			start, left = start+n, left-n
		}
	}
	return nil
}

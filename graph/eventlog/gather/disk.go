package gather

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"

	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

// disk are sorted runs in one temporary file, each a list of groups: the case, how many
// events, and the events as differences to the ones before.
type disk struct {
	file *os.File
	name string // to be removed when it is closed; empty: it has no name any more
	out  *bufio.Writer
	size int64
	ends []int64 // of the runs
	buf  []byte
}

// newDisk makes the file. Where the system allows it the file has no name from the first
// moment on, so that it goes with the process, however that ends.
func newDisk(folder string) (*disk, error) {
	f, err := os.CreateTemp(folder, "tasuki-log-*")
	if err != nil {
		return nil, said.Errorf("holding events on disk: %w", err)
	}
	d := &disk{file: f, name: f.Name(), out: bufio.NewWriterSize(f, 1<<16)}
	if os.Remove(f.Name()) == nil {
		d.name = ""
	}
	return d, nil
}

// close removes the file. It may be called of none, and twice.
func (d *disk) close() error {
	if d == nil || d.file == nil {
		return nil
	}
	err := d.file.Close()
	if d.name != "" {
		err = errors.Join(err, os.Remove(d.name))
	}
	d.file = nil
	return err
}

// write adds what is held as a run.
func (d *disk) write(h *held) error {
	err := h.each(context.Background(), d.group)
	if err == nil {
		err = d.out.Flush()
	}
	if err != nil {
		return said.Errorf("holding events on disk in %q: %w; name a folder with more room in TMPDIR, or let more be held in memory", filepath.Dir(d.file.Name()), err)
	}
	d.ends = append(d.ends, d.size)
	return nil
}

func (d *disk) group(number uint32, events []eventlog.Event) error {
	d.buf = binary.AppendUvarint(d.buf[:0], uint64(number))
	d.buf = binary.AppendUvarint(d.buf, uint64(len(events)))
	var last eventlog.Event
	for _, e := range events {
		d.buf = binary.AppendUvarint(d.buf, uint64(e.Activity+1))
		d.buf = binary.AppendUvarint(d.buf, uint64(e.Performer+1))
		d.buf = binary.AppendVarint(d.buf, e.Time-last.Time)
		d.buf = binary.AppendVarint(d.buf, e.Row-last.Row)
		last = e
	}
	d.size += int64(len(d.buf))
	_, err := d.out.Write(d.buf)
	return err
}

// cursor reads one run.
type cursor struct {
	in     *bufio.Reader
	order  int // of the run
	number uint32
	events []eventlog.Event
}

// next reads a group; at the end of the run, and nowhere else, the error is io.EOF.
func (c *cursor) next() error {
	number, err := binary.ReadUvarint(c.in)
	if err != nil {
		return err
	}
	count, err := binary.ReadUvarint(c.in)
	c.number, c.events = uint32(number), c.events[:0]
	var last eventlog.Event
	for ; count > 0 && err == nil; count-- {
		var activity, performer uint64
		var time, row int64
		activity, err = binary.ReadUvarint(c.in)
		performer, _ = binary.ReadUvarint(c.in)
		time, _ = binary.ReadVarint(c.in)
		row, _ = binary.ReadVarint(c.in) // an error comes again with the next
		last = eventlog.Event{Activity: uint32(activity) - 1, Performer: uint32(performer) - 1, Time: last.Time + time, Row: last.Row + row}
		c.events = append(c.events, last)
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// merge hands over the groups of all runs by case, those of one case in the order of the
// runs, which is that of rows: in time n log k for k runs.
func (d *disk) merge(ctx context.Context, run func(number uint32, events []eventlog.Event) error) error {
	var heap []*cursor
	start := int64(0)
	for i, end := range d.ends {
		c := &cursor{in: bufio.NewReaderSize(io.NewSectionReader(d.file, start, end-start), buffer(end-start, len(d.ends))), order: i}
		start = end
		switch err := c.next(); err {
		case nil:
			heap = append(heap, c)
		case io.EOF:
		default:
			return said.Errorf("reading events from disk: %w", err)
		}
	}
	for i := len(heap)/2 - 1; i >= 0; i-- {
		sink(heap, i)
	}
	for groups := 0; len(heap) > 0; groups++ {
		if groups%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		c := heap[0]
		if err := run(c.number, c.events); err != nil {
			return err
		}
		switch err := c.next(); err {
		case nil:
		case io.EOF:
			heap[0] = heap[len(heap)-1]
			heap = heap[:len(heap)-1]
		default:
			return said.Errorf("reading events from disk: %w", err)
		}
		sink(heap, 0)
	}
	return nil
}

// buffer returns how large the buffer of a run is: of all runs 16 MiB, but 4 KiB each.
func buffer(size int64, runs int) int { return int(min(size, max(4<<10, 16<<20/int64(runs)))) }

// sink restores the order of a heap below a place.
func sink(heap []*cursor, i int) {
	for {
		least := i
		for _, child := range []int{2*i + 1, 2*i + 2} {
			if child < len(heap) && before(heap[child], heap[least]) {
				least = child
			}
		}
		if least == i {
			return
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}

func before(a, b *cursor) bool {
	return a.number < b.number || a.number == b.number && a.order < b.order
}

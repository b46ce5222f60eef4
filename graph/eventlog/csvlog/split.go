package csvlog

import (
	"bytes"
	"context"
	"io"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/said"
)

// block is a number of whole records, and what is read from them.
type block struct {
	data  []byte // ends in a line end
	buf   []byte // what data is a part of
	first bool   // the first of the table, with its heading
	done  chan struct{}

	worker int
	cells  []byte // unescaped
	events []eventlog.Event
	runs   []caseRun
	rows   int64
	tally  tally.Tally
	survey stamp.Survey
	fresh  [2][]string // texts of the worker that are new: activities, performers
	err    error
	at     int // where in data
}

// caseRun are events of one case that stand together.
type caseRun struct {
	id    []byte
	count int
}

const (
	blockBytes = 1 << 20
	maxRecord  = 16 << 20
)

var errLongRecord = said.Errorf("a row has more than %d bytes; perhaps a quote before it is never closed", maxRecord)

// splitter parts a text into blocks.
type splitter struct {
	in    io.Reader
	rest  []byte // of the block before, from where its last record ends
	ended bool
	begun bool
	size  int // of a block
}

// next fills a block; at the end of the text the error is io.EOF.
func (s *splitter) next(b *block) error {
	if b.buf == nil {
		b.buf = make([]byte, s.size+1)
	}
	n := copy(b.buf, s.rest)
	if len(s.rest) >= len(b.buf)-1 { // the rest of a buffer that was larger
		b.buf = make([]byte, 2*len(s.rest)+1)
		n = copy(b.buf, s.rest)
	}
	for from := 0; ; {
		if !s.ended {
			m, err := io.ReadFull(s.in, b.buf[n:len(b.buf)-1])
			n += m
			if s.ended = err == io.EOF || err == io.ErrUnexpectedEOF; err != nil && !s.ended {
				return err
			}
		}
		if !s.begun {
			from, s.begun, b.first = n-len(withoutMark(b.buf[:n])), true, true
		}
		data := b.buf[from:n]
		if s.ended {
			s.rest = nil
			return b.last(data, n)
		}
		if end := lastEnd(data); end > 0 {
			b.data, s.rest = data[:end], append(s.rest[:0], data[end:]...)
			return nil
		}
		if n > maxRecord {
			b.data = append(data, '\n')
			b.err = errLongRecord
			s.ended, s.rest = true, nil
			return nil
		}
		b.buf = append(b.buf, make([]byte, len(b.buf))...)
	}
}

// last takes what is left at the end of the text, whose last line need not end.
func (b *block) last(data []byte, n int) error {
	if len(data) == 0 {
		return io.EOF
	}
	if data[len(data)-1] != '\n' {
		b.buf[n] = '\n'
		data = data[:len(data)+1]
	}
	b.data = data
	return nil
}

// lastEnd returns what follows the last line end outside quotes: the number of quotes
// before it is even. It takes linear time.
func lastEnd(data []byte) int {
	before := bytes.Count(data, []byte{'"'})
	for end := len(data); ; {
		at := bytes.LastIndexByte(data[:end], '\n')
		if at < 0 {
			return 0
		}
		if before -= bytes.Count(data[at:end], []byte{'"'}); before%2 == 0 {
			return at + 1
		}
		end = at
	}
}

// split parts the text and hands each block to whoever reads it and, in order, to whoever
// takes it.
func (s *splitter) split(ctx context.Context, free <-chan *block, work, order chan<- *block) error {
	defer close(work)
	defer close(order)
	for !s.ended || len(s.rest) > 0 || !s.begun {
		var b *block
		select {
		case b = <-free:
		case <-ctx.Done():
			return nil
		}
		b.reset()
		switch err := s.next(b); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		work <- b // both have room for every block
		order <- b
	}
	return nil
}

func (b *block) reset() {
	*b = block{buf: b.buf, done: make(chan struct{}, 1), events: b.events[:0], runs: b.runs[:0]}
}

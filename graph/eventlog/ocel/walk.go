package ocel

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"tasuki/graph/said"
)

// object and event are what is read of the elements of the two lists.
type object struct{ ID, Type string }

type event struct {
	ID, Type, Time string
	Attributes     []struct {
		Name  string
		Value any
	}
	Relationships []struct{ ObjectID string }
}

// attribute returns the value of an attribute as text.
func (e *event) attribute(name string) string {
	for _, a := range e.Attributes {
		if a.Name == name && a.Value != nil {
			return fmt.Sprint(a.Value)
		}
	}
	return ""
}

// maxElement is how many bytes an element of a list may have, and so what is held of the
// file at a time.
const maxElement = 16 << 20

var errLongElement = said.Errorf("an element has more than %d bytes", maxElement)

// limited reads a file as long as no element of it is too long, and ends with its context.
type limited struct {
	ctx      context.Context
	in       io.Reader
	size     int64
	from     int64 // where the element begins
	progress func(int64)
}

// Read reads the file.
func (l *limited) Read(p []byte) (int, error) {
	if err := l.ctx.Err(); err != nil {
		return 0, err
	}
	if l.size-l.from > maxElement {
		return 0, errLongElement
	}
	n, err := l.in.Read(p)
	if l.size += int64(n); l.progress != nil {
		l.progress(l.size)
	}
	return n, err
}

// walk reads the two lists of a log, in whatever order they stand, one element at a time.
func walk(in *limited, onObject func(*object) error, onEvent func(*event) error) (found bool, err error) {
	d := json.NewDecoder(in)
	d.UseNumber()
	if err := expect(d, '{'); err != nil {
		return false, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return found, damaged(d, err)
		}
		in.from = d.InputOffset()
		switch key {
		case "objects":
			err = list(in, d, onObject)
		case "events":
			err = list(in, d, onEvent)
		default:
			err = pass(in, d)
		}
		if err != nil {
			return found, err
		}
		found = found || key == "objects" || key == "events"
	}
	if _, err := d.Token(); err != nil {
		return found, damaged(d, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return found, said.Errorf("byte %d: something follows the end of the log", d.InputOffset())
	}
	return found, nil
}

// list reads a list; elements that nobody asks for are passed over.
func list[T any](in *limited, d *json.Decoder, each func(*T) error) error {
	if err := expect(d, '['); err != nil {
		return err
	}
	for d.More() {
		in.from = d.InputOffset()
		if each == nil {
			if err := pass(in, d); err != nil {
				return err
			}
			continue
		}
		var element T
		if err := d.Decode(&element); err != nil {
			return damaged(d, err)
		}
		if err := each(&element); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return damaged(d, err)
}

// pass passes over a value, token by token.
func pass(in *limited, d *json.Decoder) error {
	for depth := 0; ; {
		in.from = d.InputOffset()
		t, err := d.Token()
		if err != nil {
			return damaged(d, err)
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

func expect(d *json.Decoder, want json.Delim) error {
	t, err := d.Token()
	if err == nil && t != want {
		err = said.Errorf("%v stands where %v belongs", t, want)
	}
	return damaged(d, err)
}

// damaged says where an error is, unless it is one of reading.
func damaged(d *json.Decoder, err error) error {
	switch {
	case err == nil, errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, io.EOF):
		err = io.ErrUnexpectedEOF
	}
	return said.Errorf("byte %d: %w", d.InputOffset(), err)
}

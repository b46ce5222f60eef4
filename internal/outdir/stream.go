package outdir

import (
	"cmp"
	"context"
	"errors"
	"os"
	"sync/atomic"
	"syscall"

	"tasuki/graph/said"
)

// ErrPartly is the error of writing into a pipe or a device that has taken a part:
// nobody can take that back.
var ErrPartly = said.New("a part has been written")

// writeThrough writes data to what open returns. Both may wait for a reader for
// ever, and neither can be called off: when ctx ends, they are left alone.
func writeThrough(ctx context.Context, open func() (*os.File, error), data []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var begun atomic.Bool
	done := make(chan error, 1)
	go func() {
		f, err := open()
		if err != nil {
			done <- err
			return
		}
		begun.Store(true)
		n, err := f.Write(data)
		err = cmp.Or(err, f.Close())
		if errors.Is(err, syscall.EPIPE) {
			err = said.Errorf("its reader has gone before the end: %w", syscall.EPIPE)
		}
		if err != nil && n > 0 {
			err = said.Errorf("%w, %d of %d bytes: %w", ErrPartly, n, len(data), err)
		}
		done <- err
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	if begun.Load() {
		return said.Errorf("stopped when %w: %w", ErrPartly, ctx.Err())
	}
	return ctx.Err()
}

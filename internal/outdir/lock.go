package outdir

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"

	"tasuki/graph/said"
)

const (
	lockPatience = time.Minute
	lockPause    = 10 * time.Millisecond
)

// lock takes the lock at path, for which it waits. The system releases it when the
// process ends in any way, so that a file that a killed one has left locks nothing.
func lock(ctx context.Context, path string) (release func(), err error) {
	waiting, stop := context.WithTimeout(ctx, lockPatience)
	defer stop()
	l := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o600))
	for {
		_, err := l.TryLockContext(waiting, lockPause)
		switch {
		case ctx.Err() != nil:
			return nil, errors.Join(ctx.Err(), l.Close())
		case errors.Is(err, context.DeadlineExceeded):
			return nil, said.Errorf("another command is using it, and has the lock %q; try again when it has ended", path)
		case err != nil:
			return nil, err
		}
		// The one before may have removed the file that is locked now.
		if named, err := os.Lstat(path); err == nil {
			if locked, err := l.Stat(); err == nil && os.SameFile(named, locked) {
				return func() { unlock(l) }, nil
			}
		}
		if err := l.Unlock(); err != nil {
			return nil, err
		}
	}
}

// unlock releases a lock and removes its file. What fails is left to the next one,
// which can use the file.
func unlock(l *flock.Flock) {
	if releaseFirst {
		_ = l.Unlock()
	}
	_ = os.Remove(l.Path())
	_ = l.Unlock()
}

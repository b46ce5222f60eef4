package outdir

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"tasuki/graph/said"
)

// Recording takes milliseconds. One that finds another under way waits for it,
// looking again and again; what has stood for long was left by one that was
// killed.
const (
	recordPatience = 10 * time.Second
	recordPause    = 10 * time.Millisecond
	recordLeft     = time.Minute
)

// Append replaces the record at path, which need not be there yet, by what extend
// makes of it. The longer copy takes the record's place once it is whole and on the
// disk. The copy's name is one for all, so that of several at the same time one
// goes first and the others wait for it.
func Append(ctx context.Context, path string, extend func([]byte) ([]byte, error)) (err error) {
	t, err := regular(path)
	if err != nil {
		return err
	}
	path = t.path
	staged := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".new")
	f, err := claim(ctx, staged)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(staged)
		}
	}()
	text, err := grown(path, extend)
	if err == nil {
		_, err = f.Write(text)
	}
	if t.info != nil {
		err = cmp.Or(err, f.Chmod(keepOwner(f, t.info)))
	}
	if err = cmp.Or(err, f.Sync(), f.Close(), ctx.Err()); err != nil {
		return err
	}
	return os.Rename(staged, path)
}

// claim makes the file at path as soon as no other recording has it.
func claim(ctx context.Context, path string) (*os.File, error) {
	for end := time.Now().Add(recordPatience); ; {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the other is done
		}
		if err != nil {
			return nil, err
		}
		age := max(0, time.Since(info.ModTime())).Round(time.Second)
		switch {
		case age >= recordLeft:
			return nil, said.Errorf("%q has been there for %s, so a recording was killed; see that none is running, delete that file, and record again", path, age)
		case time.Now().After(end):
			return nil, said.Errorf("another recording is under way: %q has been there for %s; try again when it has ended", path, age)
		}
		select {
		case <-ctx.Done():
			return nil, said.Errorf("another recording is under way: %w", ctx.Err())
		case <-time.After(recordPause):
		}
	}
}

// grown returns what extend makes of the bytes at path, which must be a file that
// may be written to, or not be there.
func grown(path string, extend func([]byte) ([]byte, error)) ([]byte, error) {
	text, err := os.ReadFile(path)
	switch {
	case err == nil:
		err = writable(path)
	case errors.Is(err, fs.ErrNotExist):
		err = nil
	}
	if err != nil {
		return nil, err
	}
	return extend(text)
}

// writable fails when the file at path is not to be written to. A copy could
// take its place all the same, and root may write to everything.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil && info.Mode().Perm()&0o222 == 0 {
		err = said.New("it may only be read; allow writing to it, or record into another file")
	}
	return errors.Join(err, f.Close())
}

package outdir

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tasuki/graph/said"
)

// Append replaces the record at path, which need not be there yet, by what extend
// makes of it. The longer copy takes the record's place once it is whole and on the
// disk. Of several at the same time one goes first and the others wait for it; one that is
// killed leaves the record as it was, and holds up nobody.
func Append(ctx context.Context, path string, extend func([]byte) ([]byte, error)) (err error) {
	t, err := regular(path)
	if err != nil {
		return err
	}
	path = t.path
	dir, name := filepath.Split(path)
	release, err := lock(ctx, filepath.Join(dir, "."+name+".lock"))
	if err != nil {
		return err
	}
	defer release()
	if t, err = regular(path); err != nil { // another recording may have made it
		return err
	}
	staged := filepath.Join(dir, "."+name+".new")
	f, err := left(staged)
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

// left makes the file of a longer copy, in place of one that a killed recording has left.
func left(staged string) (*os.File, error) {
	if err := os.Remove(staged); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return os.OpenFile(staged, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
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

package outdir

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"tasuki/graph/said"
)

// Update replaces the file at path, which need not be there yet, by what change
// makes of it, for the user alone to read. Of several at the same time one goes
// first and the others wait, so that each sees what the one before has made. One
// that is killed leaves the old file or the new one. Where nothing may be written,
// what change leaves as it is will do.
func Update(ctx context.Context, path string, change func([]byte) ([]byte, error)) error {
	t, err := regular(path)
	if err != nil {
		return err
	}
	root, err := openParent(t.path)
	if err != nil {
		return err
	}
	defer root.Close()
	dir, name := filepath.Split(t.path)
	release, locking := lock(ctx, filepath.Join(dir, "."+name+".lock"))
	switch {
	case locking == nil:
		defer release()
	case errors.Is(locking, fs.ErrPermission), errors.Is(locking, syscall.EROFS):
	default:
		return advised(locking)
	}
	before, err := root.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	there := err == nil
	after, err := change(before)
	switch {
	case err != nil:
		return err
	case there && bytes.Equal(before, after):
		return closeToOthers(root, name)
	case locking != nil:
		return said.Errorf("it would have to be changed: %w", advised(locking))
	}
	return advised(replaceSecret(ctx, root, File{Name: name, Data: after}))
}

// replaceSecret writes a file for the user alone to read, whose lock is held. So
// what has its other name was left by one that was killed.
func replaceSecret(ctx context.Context, root *os.Root, file File) (err error) {
	staged := "." + file.Name + ".new"
	if err := root.Remove(staged); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := root.OpenFile(staged, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			root.Remove(staged)
		}
	}()
	_, err = f.Write(file.Data)
	if old, missing := root.Lstat(file.Name); missing == nil {
		keepOwner(f, old)
	}
	if err = cmp.Or(err, f.Chmod(0o600), f.Sync(), f.Close(), ctx.Err()); err != nil {
		return err
	}
	return root.Rename(staged, file.Name)
}

// closeToOthers takes a file from everybody but the user.
func closeToOthers(root *os.Root, name string) error {
	info, err := root.Stat(name)
	if err == nil && info.Mode().Perm()&0o077 != 0 {
		err = root.Chmod(name, 0o600)
	}
	if err != nil {
		return said.Errorf("keeping it from others: %w", err)
	}
	return nil
}

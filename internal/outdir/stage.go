package outdir

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"syscall"

	"tasuki/graph/said"
)

// newMode is the mode of new files, from which the umask takes.
const newMode = 0o644

// stagedName is what files are called until they are whole: with 26 letters and
// digits of chance (crypto/rand.Text), so that no file of a user is called so.
var stagedName = regexp.MustCompile(`^\.tasuki-[A-Z2-7]{26}$`)

// put writes files into a folder, in place of any that are there, in two steps: it
// writes all of them under other names first, so that one stopped or failed on the
// way leaves every file as it was. A link among the names is replaced, never
// followed.
func put(ctx context.Context, root *os.Root, files []File) (err error) {
	var staged []string
	defer func() {
		for _, name := range staged {
			if err != nil {
				root.Remove(name)
			}
		}
	}()
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := ".tasuki-" + rand.Text()
		staged = append(staged, name)
		if err := stage(root, name, f); err != nil {
			return err
		}
	}
	for i, f := range files {
		if err := root.Rename(staged[i], f.Name); err != nil {
			return err
		}
	}
	return nil
}

// stage writes a file under another name, with the mode and the owner of the one
// that it is to replace.
func stage(root *os.Root, name string, file File) error {
	old, err := root.Lstat(file.Name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	mode := fs.FileMode(newMode)
	replaces := err == nil && old.Mode().IsRegular()
	if replaces {
		mode = 0o600 // until it belongs to whom the old one does
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(file.Data)
	if err == nil && replaces {
		err = f.Chmod(keepOwner(f, old))
	}
	return cmp.Or(err, f.Close())
}

// writing says of an error what was being written, and what to do next.
func writing(path string, err error) error {
	if err == nil {
		return nil
	}
	return said.Errorf("writing %q: %w", path, advised(err))
}

// advised drops from an error the names of files that are not the user's, and adds
// what to do next.
func advised(err error) error {
	switch e := err.(type) {
	case *fs.PathError:
		err = e.Err
	case *os.LinkError:
		err = e.Err
	default:
		return err
	}
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return said.Errorf("%w; allow writing there, or write elsewhere with -o", err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return said.Errorf("%w; make room, or write elsewhere with -o", err)
	}
	return said.Errorf("%w; write elsewhere with -o", err)
}

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

// lockName is the file in a folder that whoever writes into it has locked.
const lockName = ".tasuki-lock"

// folder is a folder that one command writes into. Nothing in it is followed out
// of it.
type folder struct {
	path    string
	root    *os.Root
	made    bool
	release func()
}

// openFolder makes a folder if it has to, waits until no other command writes into
// it, and removes what one that was killed has left.
func openFolder(ctx context.Context, path string) (*folder, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f := &folder{path: path}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if link, err := os.Readlink(path); err == nil {
			return nil, writing(path, said.Errorf("it is a link to %q, which is not there; make that folder, or name another with -o", link))
		}
		if err := os.MkdirAll(path, 0o755); err != nil {
			return nil, said.Errorf("making the folder %q: %w", path, advised(err))
		}
		f.made = true
	case err != nil:
		return nil, writing(path, err)
	case !info.IsDir():
		return nil, writing(path, said.New("it is no folder; name one with -o"))
	}
	if err := f.enter(ctx); err != nil {
		f.leave(&err)
		return nil, writing(path, err)
	}
	return f, nil
}

// enter opens, locks and clears the folder.
func (f *folder) enter(ctx context.Context) (err error) {
	if f.root, err = os.OpenRoot(f.path); err != nil {
		return err
	}
	if f.release, err = lock(ctx, filepath.Join(f.path, lockName)); err != nil {
		return err
	}
	entries, err := f.entries()
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !isLeft(e) {
			continue
		}
		if err := f.root.Remove(e.Name()); err != nil {
			return said.Errorf("removing %q, which an earlier command has left: %w", e.Name(), err)
		}
	}
	return nil
}

// isLeft reports whether an entry is a file that a killed command has left: its
// name is one that only this package gives, and it belongs to the user.
func isLeft(e fs.DirEntry) bool {
	if !stagedName.MatchString(e.Name()) || !e.Type().IsRegular() {
		return false
	}
	info, err := e.Info()
	return err == nil && ours(info)
}

// entries returns what is in the folder, its lock apart, by name.
func (f *folder) entries() ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(f.root.FS(), ".")
	var list []fs.DirEntry
	for _, e := range all {
		if e.Name() != lockName {
			list = append(list, e)
		}
	}
	return list, err
}

// leave gives the folder free, and removes it again when it was made in vain.
func (f *folder) leave(err *error) {
	if f.release != nil {
		f.release()
	}
	if f.root != nil {
		*err = cmp.Or(*err, f.root.Close())
	}
	if *err != nil && f.made {
		_ = os.Remove(f.path) // if it is empty
	}
}

// regular returns what is known of a file in the folder; nil when there is none.
// It refuses what is no file: a link leads elsewhere.
func (f *folder) regular(name string) (fs.FileInfo, error) {
	info, err := f.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, writing(f.name(name), err)
	case !info.Mode().IsRegular():
		return nil, said.Errorf("nothing was written: %q is a link, a folder or a device, not a file that was written here; move it away, or name another folder with -o", f.name(name))
	}
	return info, nil
}

// name returns the path of a file in the folder, as the user knows it.
func (f *folder) name(name string) string { return filepath.Join(f.path, name) }

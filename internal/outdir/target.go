package outdir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"tasuki/graph/said"
)

// target is where a path leads: to a regular file, to a name that is free, or to
// something that is written through.
type target struct {
	path string      // without links
	info fs.FileInfo // of the regular file; nil: there is none
	open func() (*os.File, error)
}

// locate follows the links of path.
func locate(path string) (target, error) {
	if fd, ok := descriptor(path); ok {
		return target{open: func() (*os.File, error) { return inherited(fd) }}, nil
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if link, err := os.Readlink(path); err == nil {
			return target{}, said.Errorf("it is a link to %q, which is not there; delete the link, or make the file that it leads to", link)
		}
		return target{path: path}, nil
	case err != nil:
		return target{}, err
	case info.IsDir():
		return target{}, said.New("a folder is there; move it away, or write elsewhere with -o")
	case info.Mode()&fs.ModeSocket != 0:
		return target{}, said.New("a socket is there; move it away, or write elsewhere with -o")
	case !info.Mode().IsRegular():
		return target{open: func() (*os.File, error) { return openSpecial(path) }}, nil
	}
	return locateRegular(path, info)
}

// locateRegular finds the name without links of a regular file. Another process may
// put a new file in its place between two looks, as the writer of a key does, so only
// a path that keeps leading to what is not at that name, as one below /proc can, is
// refused.
func locateRegular(path string, info fs.FileInfo) (target, error) {
	const looks = 200 // on a busy machine most of them are late
	real := path
	for range looks {
		var err error
		if real, err = filepath.EvalSymlinks(path); err != nil {
			return target{}, err
		}
		if named, err := os.Stat(real); err == nil && os.SameFile(named, info) {
			return target{path: real, info: info}, nil
		}
		if info, err = os.Stat(path); err != nil {
			return target{}, err
		}
	}
	return target{}, said.Errorf("it leads to a file that is no longer at %q; name one that is", real)
}

// regular is locate for a file that has to be kept: it refuses what is written
// through.
func regular(path string) (target, error) {
	t, err := locate(path)
	if err == nil && t.open != nil {
		err = said.New("it is no regular file; name one, or a file that is not there yet")
	}
	return t, err
}

// descriptor returns the number of a descriptor of this process, if path leads to
// one. Opening such a path anew would begin at the start of a file that the shell
// has opened, over what others have written there.
func descriptor(path string) (int, bool) {
	path, err := filepath.Abs(path)
	const mostLinks = 40 // that Linux follows
	for range mostLinks {
		if err != nil {
			return 0, false
		}
		dir, err := filepath.EvalSymlinks(filepath.Dir(path))
		if err != nil {
			return 0, false
		}
		path = filepath.Join(dir, filepath.Base(path))
		if fd, err := strconv.Atoi(filepath.Base(path)); err == nil && (SameFile(dir, "/dev/fd") || SameFile(dir, "/proc/self/fd")) {
			return fd, true
		}
		link, err := os.Readlink(path)
		if err != nil {
			return 0, false
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(dir, link)
		}
		path = link
	}
	return 0, false
}

// SameFile reports whether two paths lead to one file that is there.
func SameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// openSpecial opens what is no regular file.
func openSpecial(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || info.Mode().IsRegular() {
		return nil, errors.Join(said.New("it became a regular file meanwhile; try again"), err, f.Close())
	}
	return f, nil
}

// openParent opens the folder in which path names a file.
func openParent(path string) (*os.Root, error) {
	root, err := os.OpenRoot(filepath.Dir(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, said.Errorf("the folder %q is not there; make it, or write elsewhere with -o", filepath.Dir(path))
	}
	return root, err
}

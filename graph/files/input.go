package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tasuki/graph"
)

// input is a file to be read. One that a dataset names, or that lies in its
// folder, must lie below that folder, links followed: a dataset may come from
// somebody else.
type input struct {
	path   string // as the user would write it
	folder string // of the dataset; empty for what the user has named
}

// maxInput is the most bytes that a file may have. What its format allows is less.
const maxInput = 1 << 30

// errOutside says that a dataset names a file outside its folder.
var errOutside = errors.New("it does not lie in the folder of the dataset; move it there, or pass --allow-outside if you trust the dataset")

// errNoFile says that there is no stream of bytes with an end to it.
var errNoFile = errors.New("it is no regular file; save its content as a file")

// named returns the input that the data in a file of folder call name.
func (o Options) named(folder, name string) input {
	if o.AllowOutside && filepath.IsAbs(name) {
		return input{path: name}
	}
	return o.within(folder, filepath.Join(folder, name), name)
}

// within returns the input at a path, which data have called name, in a folder.
func (o Options) within(folder, path, name string) input {
	switch {
	case o.AllowOutside:
		return input{path: path}
	case !isLocal(name):
		// Cleaning would make some of these spellings look like a name inside.
		return input{path: name, folder: outside}
	}
	return input{path: path, folder: folder}
}

// outside stands for the folder of a name that leads out of every folder.
const outside = "\x00"

// isLocal reports whether a name leads to a place below where it stands, on every
// system: a dataset that is refused on one should not read something else on
// another.
func isLocal(name string) bool {
	return filepath.IsLocal(name) && !strings.ContainsAny(name, "\\:\x00")
}

// open opens the file for reading. It follows links as far as the input may, and
// opens regular files alone: a device or a pipe might never end.
func (in input) open() (*os.File, error) {
	f, err := in.follow()
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = in.fault(errNoFile)
	case info.Size() > maxInput:
		err = in.fault(fmt.Errorf("it has %d bytes, and a file may have %d; split it", info.Size(), int64(maxInput)))
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// follow opens what the path leads to, if that is a regular file or a folder.
// Opening a pipe would wait for its other end.
func (in input) follow() (*os.File, error) {
	if in.folder == "" {
		if info, err := os.Stat(in.path); err != nil {
			return nil, err
		} else if !info.Mode().IsRegular() {
			return nil, in.fault(errNoFile)
		}
		return os.Open(in.path)
	}
	if in.folder == outside {
		return nil, in.fault(errOutside)
	}
	root, err := os.OpenRoot(in.folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	name, err := filepath.Rel(in.folder, in.path)
	if err != nil || !filepath.IsLocal(name) {
		return nil, in.fault(errOutside)
	}
	info, err := root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &fs.PathError{Op: "open", Path: in.path, Err: fs.ErrNotExist}
	case err != nil && leadsOut(err):
		return nil, in.fault(errOutside)
	case err != nil:
		return nil, in.fault(errors.Unwrap(err))
	case !info.Mode().IsRegular():
		return nil, in.fault(errNoFile)
	}
	return root.Open(name)
}

// leadsOut reports whether an error of [os.Root] is that a path leads out of it,
// for which the library has no value of its own.
func leadsOut(err error) bool { return strings.Contains(err.Error(), "path escapes") }

// exists reports whether there is something at the path, wherever it leads.
func (in input) exists() bool {
	_, err := os.Lstat(in.path)
	return err == nil
}

// read returns the content of a file of at most a number of bytes.
func (in input) read(most int64) ([]byte, error) {
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(text)) > most {
		return nil, in.fault(fmt.Errorf("it has more than %d bytes, the most that such a file may have; split it", most))
	}
	return text, nil
}

// fault says what is wrong with the file itself: as a problem of the data when it is
// the data that name it.
func (in input) fault(err error) error {
	if in.folder == "" {
		return fmt.Errorf("reading %q: %w", in.path, err)
	}
	return graph.Problems{{Source: graph.Source{File: filepath.Base(in.path)}, Value: in.path, Message: err.Error()}}
}

// why returns what an error says, without the place if it is a problem.
func why(err error) string {
	var ps graph.Problems
	if errors.As(err, &ps) && len(ps) > 0 {
		return ps[0].Message
	}
	return err.Error()
}

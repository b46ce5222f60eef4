package files

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// input is a file to be read. One that a dataset names, or that lies in its
// folder, must lie below that folder, links followed: a dataset may come from
// somebody else.
type input struct {
	path   string // as the user would write it
	folder string // of the dataset; empty for what the user has named
	piped  *Piped // what is read in place of the path
}

// The most bytes that a file may have; what a matrix may have, its format says.
const (
	maxTable = 1 << 30
	maxOther = 64 << 20 // see Read
)

// errOutside says that a dataset names a file outside its folder.
var errOutside = said.New("it does not lie in the folder of the dataset; move it there, or pass --allow-outside if you trust the dataset")

// errNoFile says that there is no stream of bytes with an end to it.
var errNoFile = said.New("it is no regular file; save its content as a file")

// errChanged says that what was read is neither the old file nor the new one.
var errChanged = said.New("it was written to while it was read; read it again when that has ended")

// Read returns the content of a file that the user has named beside a dataset. It
// must be a regular one of at most 64 MiB, as those of a dataset are.
func Read(path string) ([]byte, error) { return input{path: path}.read(maxOther) }

// named returns the input that the data in a file of folder call name.
func (o Options) named(folder, name string) input {
	switch path := filepath.Join(folder, name); {
	case o.AllowOutside && filepath.IsAbs(name):
		return input{path: name}
	case o.AllowOutside:
		return input{path: path}
	case leadsAway(name):
		// Cleaning would make some of these spellings look like a name inside.
		return input{path: name, folder: outside}
	default:
		return input{path: path, folder: folder}
	}
}

// entry returns the input that lies in a folder under a name.
func (o Options) entry(folder, name string) input {
	in := input{path: filepath.Join(folder, name)}
	if !o.AllowOutside {
		in.folder = folder
	}
	return in
}

// outside stands for the folder of a name that leads out of every folder.
const outside = "\x00"

// elsewhere is how names begin that lead to another drive or machine.
var elsewhere = pattern.Lazy(`^([A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*:/)`)

// leadsAway reports whether a name leads, on this system or on another, to a place
// that is not below where it stands: a dataset that is refused on one should not read
// something else on another.
func leadsAway(name string) bool {
	return !filepath.IsLocal(name) || !filepath.IsLocal(strings.ReplaceAll(name, `\`, "/")) ||
		elsewhere().MatchString(name) || strings.ContainsRune(name, 0)
}

// use hands the content of a file of at most a number of bytes to read.
func (in input) use(most int64, read func(table.File) error) error {
	if in.piped != nil {
		return read(bytes.NewReader(in.piped.data))
	}
	f, info, err := in.open(most)
	if err != nil {
		return err
	}
	defer f.Close()
	err = read(io.NewSectionReader(f, 0, info.Size()))
	if now, failed := f.Stat(); failed == nil && (now.Size() != info.Size() || !now.ModTime().Equal(info.ModTime())) {
		return in.fault(errChanged)
	}
	return err
}

// read returns the content of a file of at most a number of bytes.
func (in input) read(most int64) (text []byte, err error) {
	err = in.use(most, func(f table.File) error {
		size, err := f.Seek(0, io.SeekEnd)
		if err != nil {
			return err
		}
		text = make([]byte, size)
		_, err = io.ReadFull(io.NewSectionReader(f, 0, size), text)
		return err
	})
	return text, err
}

// open opens the file for reading. It follows links as far as the input may, and
// opens regular files alone: a device or a pipe might never end.
func (in input) open(most int64) (*os.File, fs.FileInfo, error) {
	f, err := in.follow()
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = in.fault(errNoFile)
	case info.Size() > most:
		err = in.fault(said.Errorf("it has %d bytes, and a file of its kind may have %d; split it, or leave out what is not needed", info.Size(), most))
	}
	if err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	return f, info, nil
}

// usable returns why the file cannot be opened, or nil.
func (in input) usable(most int64) error {
	if in.piped != nil {
		return nil
	}
	f, _, err := in.open(most)
	if err != nil {
		return err
	}
	return f.Close()
}

// follow opens what the path leads to, if that is a regular file. Opening a pipe
// would wait for its other end.
func (in input) follow() (*os.File, error) {
	if in.folder == "" {
		if info, err := os.Stat(in.path); err != nil {
			return nil, err
		} else if !info.Mode().IsRegular() {
			return nil, in.fault(errNoFile)
		}
		return os.Open(in.path)
	}
	root, name, err := in.root()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &fs.PathError{Op: "open", Path: in.path, Err: fs.ErrNotExist}
	case err != nil && leadsOut(err):
		return nil, in.fault(errOutside)
	case err != nil:
		return nil, in.fault(errors.Unwrap(err)) // the path stands beside it
	case !info.Mode().IsRegular():
		return nil, in.fault(errNoFile)
	}
	return root.Open(name)
}

// stat describes the file, links followed as far as the input may.
func (in input) stat() (fs.FileInfo, error) {
	f, info, err := in.open(maxTable)
	if err != nil {
		return nil, err
	}
	return info, f.Close()
}

// root opens the folder that the file must lie in, and returns its name from there.
func (in input) root() (*os.Root, string, error) {
	name, err := filepath.Rel(in.folder, in.path)
	if in.folder == outside || err != nil || !filepath.IsLocal(name) {
		return nil, "", in.fault(errOutside)
	}
	root, err := os.OpenRoot(in.folder)
	return root, name, err
}

// leadsOut reports whether an error of [os.Root] is that a path leads out of it,
// for which the library has no value of its own.
func leadsOut(err error) bool { return strings.Contains(err.Error(), "path escapes") }

// exists reports whether there is something at the path, wherever it leads.
func (in input) exists() bool {
	_, err := os.Lstat(in.path)
	return err == nil
}

// fault says what is wrong with the file itself: as a problem of the data when it is
// the data that name it.
func (in input) fault(err error) error {
	if in.folder == "" {
		return said.Errorf("reading %q: %w", in.path, err)
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

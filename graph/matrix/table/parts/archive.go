package parts

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"tasuki/graph/said"
)

// File is what an archive is read from.
type File interface {
	io.ReaderAt
	io.Seeker
}

// Archive is a zip whose parts are found by their names.
type Archive struct{ parts map[string]*zip.File }

// ErrOld is the error for a file of the older formats, or one with a password.
var ErrOld = said.New("it is of an older format, or has a password; save it in the current format and without password")

// Open reads the list of parts of the zip in f. Programs differ in which of two parts
// of one name they show, so such an archive is refused.
func Open(f File) (Archive, error) {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return Archive{}, err
	}
	archive, err := zip.NewReader(f, size)
	if err != nil {
		head := make([]byte, 8)
		if n, _ := f.ReadAt(head, 0); bytes.HasPrefix(head[:n], []byte("\xd0\xcf\x11\xe0")) {
			return Archive{}, ErrOld
		}
		return Archive{}, err
	}
	a := Archive{make(map[string]*zip.File, len(archive.File))}
	for _, part := range archive.File {
		name := Key(part.Name)
		if a.parts[name] != nil && !strings.HasSuffix(part.Name, "/") {
			return Archive{}, said.Errorf("the file is damaged: it has two parts %q, and programs differ in which they show; open it in the program that it was made with and save it again", part.Name)
		}
		a.parts[name] = part
	}
	return a, nil
}

// Part returns the part of a name, or nil.
func (a Archive) Part(name string) *zip.File { return a.parts[Key(name)] }

// Key returns the form of a part's name by which it is found: some programs write
// backslashes or other cases.
func Key(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

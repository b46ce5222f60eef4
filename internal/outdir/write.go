// Package outdir writes files whole or not at all: alone, as a folder of them, or
// as a longer copy of one that is there.
package outdir

import (
	"context"
	"io"
	"path/filepath"
)

// File is a file of a folder.
type File struct {
	Name string // in the folder
	Data []byte
}

// FilesOf returns files that somebody else made as those of a folder.
func FilesOf[F ~struct {
	Name string
	Data []byte
}](list []F) []File {
	files := make([]File, len(list))
	for i, f := range list {
		files[i] = File(f)
	}
	return files
}

// Write writes data to where path leads.
//
// A device, a pipe and a descriptor that the process was given (/dev/stdout,
// /dev/fd/3) stay, and data is written into them. A regular file is replaced in one
// step by another with its permission bits and, as far as the user may give them,
// its owner and group; what else it had, such as an access list, is not carried
// over. So other hard links to it keep the old content, and a file that may only be
// read is replaced where its folder may be written to. A link stays, and what it
// leads to is written; one that leads to nothing is refused, since whoever made it
// would choose where the new file lies.
func Write(ctx context.Context, path string, data []byte) error {
	t, err := locate(path)
	if err != nil {
		return writing(path, err)
	}
	if t.open != nil {
		return writing(path, writeThrough(ctx, t.open, data))
	}
	root, err := openParent(t.path)
	if err != nil {
		return writing(path, err)
	}
	defer root.Close()
	return writing(path, put(ctx, root, []File{{Name: filepath.Base(t.path), Data: data}}))
}

// Deliver writes data to where path leads, or to out when path is empty.
func Deliver(ctx context.Context, path string, out io.Writer, data []byte) error {
	if path == "" {
		_, err := out.Write(data)
		return err
	}
	return Write(ctx, path, data)
}

// Replaces reports whether Write would put another file in the place of one that
// is there.
func Replaces(path string) bool {
	t, err := locate(path)
	return err == nil && t.info != nil
}

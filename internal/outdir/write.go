// Package outdir writes files whole or not at all: alone, as a folder of them, or
// as a longer copy of one that is there.
package outdir

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// File is a file to be written.
type File struct {
	Name string // its path, or its name in a folder
	Data []byte
}

// Write writes data to the file at path.
func Write(ctx context.Context, path string, data []byte) error {
	return writeAll(ctx, []File{{Name: path, Data: data}}, 0o644)
}

// WriteSecret writes data to the file at path, which only the user may read then.
func WriteSecret(ctx context.Context, path string, data []byte) error {
	return writeAll(ctx, []File{{Name: path, Data: data}}, 0o600)
}

// Deliver writes data to the file at path, or to out when path is empty.
func Deliver(ctx context.Context, path string, out io.Writer, data []byte) error {
	if path == "" {
		_, err := out.Write(data)
		return err
	}
	return Write(ctx, path, data)
}

// within returns files with the paths that they have in a folder.
func within(folder string, files []File) []File {
	var list []File
	for _, f := range files {
		list = append(list, File{Name: filepath.Join(folder, f.Name), Data: f.Data})
	}
	return list
}

// writeAll writes the files, in place of any that are there, in two steps: it
// writes all of them under other names first, so that one stopped or failed on
// the way leaves every file as it was.
func writeAll(ctx context.Context, files []File, mode os.FileMode) (err error) {
	var staged []string
	defer func() {
		for _, path := range staged {
			if err != nil {
				os.Remove(path)
			}
		}
	}()
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		path, err := stage(f, mode)
		if err != nil {
			return fmt.Errorf("writing %q: %w", f.Name, err)
		}
		staged = append(staged, path)
	}
	for _, f := range files {
		if info, err := os.Lstat(f.Name); err == nil && info.IsDir() {
			return fmt.Errorf("writing %q: a folder is there; move it away, or write elsewhere with -o", f.Name)
		}
	}
	for i, f := range files {
		if err := os.Rename(staged[i], f.Name); err != nil {
			return fmt.Errorf("writing %q: %w", f.Name, err)
		}
	}
	return nil
}

// stage writes a file under a name of its own in the folder where it belongs.
func stage(file File, mode os.FileMode) (path string, err error) {
	f, err := os.CreateTemp(filepath.Dir(file.Name), ".tasuki-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(file.Data)
	if err == nil {
		err = f.Chmod(mode)
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// output is a file to be written.
type output struct {
	path   string
	data   []byte
	secret bool // for the user alone to read
}

// writeAll writes the files, in place of any that are there, in two steps: it
// writes all of them under other names first, so that one stopped or failed on
// the way leaves every file as it was.
func writeAll(ctx context.Context, outputs []output) (err error) {
	var staged []string
	defer func() {
		for _, path := range staged {
			if err != nil {
				os.Remove(path)
			}
		}
	}()
	for _, o := range outputs {
		if err := ctx.Err(); err != nil {
			return err
		}
		path, err := stage(o)
		if err != nil {
			return fmt.Errorf("writing %q: %w", o.path, err)
		}
		staged = append(staged, path)
	}
	for _, o := range outputs {
		if info, err := os.Lstat(o.path); err == nil && info.IsDir() {
			return fmt.Errorf("writing %q: a folder is there; move it away, or write elsewhere with -o", o.path)
		}
	}
	for i, o := range outputs {
		if err := os.Rename(staged[i], o.path); err != nil {
			return fmt.Errorf("writing %q: %w", o.path, err)
		}
	}
	return nil
}

// stage writes a file under a name of its own in the folder where it belongs.
func stage(o output) (path string, err error) {
	f, err := os.CreateTemp(filepath.Dir(o.path), ".tasuki-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(o.data)
	if err == nil && !o.secret {
		err = f.Chmod(0o644)
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

// deliver writes data to the file at path, or to out when path is empty.
func deliver(ctx context.Context, path string, out io.Writer, data []byte) error {
	if path == "" {
		_, err := out.Write(data)
		return err
	}
	return writeAll(ctx, []output{{path: path, data: data}})
}

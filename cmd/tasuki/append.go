package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tasuki/analysis/drill"
)

// appendEntry adds an entry to the record at path. A copy with the entry takes
// the record's place once it is whole and on the disk. The copy's name is one
// for all, so that of two at the same time one is refused.
func appendEntry(ctx context.Context, path string, format drill.Format, e drill.Entry) error {
	err := extend(ctx, path, format, e)
	if err != nil {
		return fmt.Errorf("adding to the record %q: nothing was recorded: %w", path, err)
	}
	return nil
}

func extend(ctx context.Context, path string, format drill.Format, e drill.Entry) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	staged := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".new")
	f, err := os.OpenFile(staged, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%q is there: another recording is under way, or one was killed; if none is, delete that file", staged)
	}
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(staged)
		}
	}()
	text, err := extended(path, format, e)
	if err == nil {
		_, err = f.Write(text)
	}
	if info, missing := os.Stat(path); missing == nil {
		err = errors.Join(err, f.Chmod(info.Mode().Perm()))
	}
	if err = errors.Join(err, f.Sync(), f.Close(), ctx.Err()); err != nil {
		return err
	}
	return os.Rename(staged, path)
}

// extended returns the bytes of the record with one more line. The earlier ones
// must parse.
func extended(path string, format drill.Format, e drill.Entry) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if _, err := drill.Parse(filepath.Base(path), format, text); err != nil {
		return nil, fmt.Errorf("what it holds does not parse; correct it:\n%w", err)
	}
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	line, err := e.Line(format, len(text) == 0)
	return append(text, line...), err
}

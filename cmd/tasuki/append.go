package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"tasuki/analysis/drill"
)

// Recording takes milliseconds. One that finds another under way waits for it,
// looking again and again; what has stood for long was left by one that was
// killed.
const (
	recordPatience = 10 * time.Second
	recordPause    = 10 * time.Millisecond
	recordLeft     = time.Minute
)

// appendEntry adds an entry to the record at path. A copy with the entry takes
// the record's place once it is whole and on the disk. The copy's name is one
// for all, so that of several at the same time one goes first and the others
// wait for it.
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
	f, err := claim(ctx, staged)
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

// claim makes the file at path as soon as no other recording has it.
func claim(ctx context.Context, path string) (*os.File, error) {
	for end := time.Now().Add(recordPatience); ; {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the other is done
		}
		if err != nil {
			return nil, err
		}
		age := max(0, time.Since(info.ModTime())).Round(time.Second)
		switch {
		case age >= recordLeft:
			return nil, fmt.Errorf("%q has been there for %s, so a recording was killed; see that none is running, delete that file, and record again", path, age)
		case time.Now().After(end):
			return nil, fmt.Errorf("another recording is under way: %q has been there for %s; try again when it has ended", path, age)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("another recording is under way: %w", ctx.Err())
		case <-time.After(recordPause):
		}
	}
}

// extended returns the bytes of the record with one more line. The earlier ones
// must parse, and the record must be one that may be written to.
func extended(path string, format drill.Format, e drill.Entry) ([]byte, error) {
	text, err := os.ReadFile(path)
	switch {
	case err == nil:
		err = writable(path)
	case errors.Is(err, fs.ErrNotExist):
		err = nil
	}
	if err != nil {
		return nil, err
	}
	if _, err := drill.Parse(filepath.Base(path), format, text); err != nil {
		return nil, fmt.Errorf("what it holds does not parse; correct it:\n%w", err)
	}
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	if len(bytes.Trim(text, "\ufeff \t\r\n")) == 0 {
		text = nil
	}
	line, err := e.Line(format, len(text) == 0)
	return append(text, line...), err
}

// writable fails when the file at path is not to be written to. A copy could
// take its place all the same, and root may write to everything.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil && info.Mode().Perm()&0o222 == 0 {
		err = errors.New("it may only be read; allow writing to it, or record into another file")
	}
	return errors.Join(err, f.Close())
}

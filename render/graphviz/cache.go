package graphviz

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// cacheFolder returns the folder in which machine code is kept, and makes it. Code
// in it is run, so that nobody but the user may be able to write to it, or to put
// another folder in its place. It fails where that is not certain: where there is
// no home, where the home is another's (as under sudo), or where others may write
// to it.
func cacheFolder() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	if base, err = existing(base); err != nil {
		return "", err
	}
	if err := onlyOursOnTheWay(base); err != nil {
		return "", err
	}
	// Another build of Graphviz leaves the code of this one alone.
	folder := filepath.Join(base, "tasuki", fmt.Sprintf("graphviz-%x", sha256.Sum256(program))[:25])
	for _, path := range []string{filepath.Dir(folder), folder} {
		if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return "", err
		}
		info, err := os.Lstat(path)
		if err != nil {
			return "", err
		}
		if !info.IsDir() || !isPrivate(info) {
			return "", fmt.Errorf("%s can be written by others", path)
		}
	}
	return folder, nil
}

// existing makes a folder of the user's as the specification of its place asks,
// and returns it without links in its path.
func existing(folder string) (string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(folder)
}

// onlyOursOnTheWay checks that nobody else can replace a folder on the way to a
// path, which has no links in it.
func onlyOursOnTheWay(path string) error {
	for {
		info, err := os.Lstat(path)
		if err != nil {
			return err
		}
		if !isKept(info) {
			return fmt.Errorf("what lies in %s can be replaced by others", path)
		}
		above := filepath.Dir(path)
		if above == path {
			return nil
		}
		path = above
	}
}

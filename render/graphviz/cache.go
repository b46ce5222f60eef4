package graphviz

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tasuki/graph/said"
)

// runtimeVersion is the version of wazero. Its machine code fits no other one, and
// it does not know its version in every program: not in tests.
const runtimeVersion = "wazero-v1.10.1"

// cacheFolder returns the folder in which machine code is kept, and makes it. Code
// in it is run, so that nobody but the user may be able to write to it, or to put
// another folder in its place. It fails, and makes nothing, where that is not
// certain: where there is no home, where the home is another's (as under sudo), or
// where others may write to it.
//
// The runtime names each file after the hash of what it was compiled from and the
// processor, and renames it into place: processes that start at once can share it.
func cacheFolder() (string, error) {
	folder, err := userCache()
	if err != nil {
		return "", err
	}
	for _, name := range []string{"tasuki", runtimeVersion} {
		folder = filepath.Join(folder, name)
		if err := makeOurs(folder); err != nil {
			return "", err
		}
	}
	return folder, onlyOursIn(folder)
}

// userCache returns the folder of the user's caches, without links in its path,
// and makes it in a home that is there.
func userCache() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	// A relative one would lie in whatever folder somebody works in.
	if !filepath.IsAbs(base) {
		return "", said.Errorf("the folder for caches %q is relative", base)
	}
	folder, err := filepath.EvalSymlinks(base)
	if err == nil {
		return folder, onlyOursOnTheWay(folder)
	}
	if folder, err = filepath.EvalSymlinks(filepath.Dir(base)); err != nil {
		return "", err
	}
	if err := onlyOursOnTheWay(folder); err != nil {
		return "", err
	}
	folder = filepath.Join(folder, filepath.Base(base))
	return folder, makeOurs(folder)
}

// makeOurs makes a folder that only the user may write to, or finds it.
func makeOurs(folder string) error {
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Lstat(folder)
	if err == nil && (!info.IsDir() || !isOurs(info)) {
		err = said.Errorf("%s is not a folder that only the user may write to", folder)
	}
	return err
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
			return said.Errorf("what lies in %s can be replaced by others", path)
		}
		above := filepath.Dir(path)
		if above == path {
			return nil
		}
		path = above
	}
}

// onlyOursIn checks that nobody else has put anything into a folder, while it was
// open to others.
func onlyOursIn(folder string) error {
	return filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another process has renamed it into place
		}
		if err == nil && (!info.IsDir() && !info.Mode().IsRegular() || !isOurs(info)) {
			err = said.Errorf("%s is not a file that only the user may write to", path)
		}
		return err
	})
}

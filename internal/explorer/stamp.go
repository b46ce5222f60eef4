package explorer

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// mostStamped is how many files of a folder are looked at.
const mostStamped = 1000

// stamp returns what differs when files may have changed: their names, sizes and times.
// What cannot be looked at counts as gone.
func stamp(paths []string) string {
	var b strings.Builder
	n := 0
	for _, root := range paths {
		// A folder that a link leads to is walked only under its own name.
		if real, err := filepath.EvalSymlinks(root); err == nil {
			root = real
		}
		filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case n > mostStamped:
				return fs.SkipAll
			case err != nil:
				return nil
			}
			if d.IsDir() {
				if path != root && strings.HasPrefix(d.Name(), ".") {
					return fs.SkipDir
				}
				return nil
			}
			n++
			if info, err := os.Stat(path); err == nil {
				fmt.Fprintln(&b, path, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return b.String()
}

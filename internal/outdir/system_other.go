//go:build !unix

package outdir

import (
	"io/fs"
	"os"

	"tasuki/graph/said"
)

// noFollow has no equal here.
const noFollow = 0

// inherited fails: descriptors have no paths here.
func inherited(fd int) (*os.File, error) {
	return nil, said.Errorf("the descriptor %d has no name on this system; write to a file", fd)
}

// keepOwner returns the mode of the file that f is to replace; a new file belongs
// to its folder's owner as the system says.
func keepOwner(_ *os.File, old fs.FileInfo) fs.FileMode { return old.Mode().Perm() }

// ours reports that a file is the user's: the system does not tell.
func ours(fs.FileInfo) bool { return true }

// releaseFirst is whether a lock has to be released before its file is removed: an
// open file cannot be removed here.
const releaseFirst = true

//go:build unix

package graphviz

import (
	"io/fs"
	"os"
	"syscall"
)

// isOurs reports whether a file is the user's, and nobody else may write to it.
func isOurs(info fs.FileInfo) bool {
	owner, ok := ownerOf(info)
	return ok && owner == os.Geteuid() && info.Mode().Perm()&writable == 0
}

// isKept reports whether what lies in a folder can be replaced by the user and the
// administrator alone. In a folder with the sticky bit that holds for what is theirs.
func isKept(info fs.FileInfo) bool {
	owner, ok := ownerOf(info)
	return ok && (owner == os.Geteuid() || owner == 0) && (info.Mode().Perm()&writable == 0 || info.Mode()&fs.ModeSticky != 0)
}

func ownerOf(info fs.FileInfo) (int, bool) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, false
	}
	return int(s.Uid), true
}

// writable are the permissions of others than the owner to write.
const writable = 0o022

//go:build unix

package outdir

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"

	"tasuki/graph/said"
)

// noFollow keeps opening a file from following a link.
const noFollow = unix.O_NOFOLLOW

// inherited returns a copy of a descriptor that the process was given. Those that
// it has opened itself close on exec; they are not for anybody to write to.
func inherited(fd int) (*os.File, error) {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err != nil || flags&unix.FD_CLOEXEC != 0 {
		return nil, said.Errorf("the descriptor %d is not open; open it for the command, as in %d>FILE", fd, fd)
	}
	again, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(again), fmt.Sprintf("/dev/fd/%d", fd)), nil
}

// keepOwner gives f the owner and the group of the file that it is to replace, as
// far as the user may, and returns the mode that f should have: what the old group
// was allowed is not allowed to another.
func keepOwner(f *os.File, old fs.FileInfo) fs.FileMode {
	mode := old.Mode().Perm()
	had, ok := old.Sys().(*syscall.Stat_t)
	if !ok || f.Chown(int(had.Uid), int(had.Gid)) == nil || f.Chown(-1, int(had.Gid)) == nil {
		return mode
	}
	return mode &^ 0o070
}

// ours reports whether the user, or this program for the user, made a file.
func ours(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && (int(stat.Uid) == os.Geteuid() || os.Geteuid() == 0)
}

// releaseFirst is whether a lock has to be released before its file is removed.
const releaseFirst = false

// Tasuki reads responsibility matrices and handoffs of work that many
// organizations share, and says who is the bottleneck, whose absence stops the
// work, and whom to call next. Run it with --help for its commands.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// softMemory is how much the program holds before it collects garbage more often.
// Without it twice of what is in use is held, which for the largest datasets that
// are read passes 512 MiB.
const softMemory = 384 << 20

func main() { os.Exit(program()) }

// program is the whole of main, and returns the exit code.
func program() int {
	signal.Ignore(syscall.SIGPIPE) // a reader that has gone is a failed write, which is said
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal kills
	defer stop()
	return run(ctx, os.Args[1:], os.Stdout, os.Stderr)
}

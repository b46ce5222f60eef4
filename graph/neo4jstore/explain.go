package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/said"
)

// failure is an error of the driver with what to do about it. It does not
// unwrap to the driver's error, so that the driver never takes it for one that
// is worth another try.
type failure struct{ what, advice string }

// Error returns what failed and what to do next.
func (f *failure) Error() string { return f.what + ": " + f.advice }

// In says it in another form, what failed as the server says it.
func (f *failure) In(form func(string) string) string { return f.what + ": " + form(f.advice) }

// advice maps status codes of the server, by prefix, to what to do about them.
var advice = []struct{ code, say string }{
	{"Neo.ClientError.Security.Unauthorized", "the server refuses this user and password; check " + userVariable + " and " + passwordFileVariable + " (or " + passwordVariable + ")"},
	{"Neo.ClientError.Security.AuthenticationRateLimit", "too many wrong passwords; wait a few seconds, and check " + passwordFileVariable},
	{"Neo.ClientError.Security.CredentialsExpired", "the server wants its first password changed: ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new', in the database system"},
	{"Neo.ClientError.Security.Forbidden", "this user may not do that; use one that may write to the database"},
	{"Neo.ClientError.Database.DatabaseNotFound", "there is no such database; correct the name after the host in the address"},
	{"Neo.TransientError.General.DatabaseUnavailable", "the database is not running; look at the server's log"},
	{"Neo.ClientError.Cluster.NotALeader", "this member of the cluster cannot write; use an address that begins with neo4j://, which finds the one that can"},
	{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "the database is read-only"},
	{"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "the database is read-only"},
	{"Neo.TransientError.General.OutOfMemoryError", "the server is out of memory; raise server.memory.heap.max_size"},
	{"Neo.ClientError.Schema.ConstraintValidationFailed", "a constraint of the database forbids it; SHOW CONSTRAINTS lists them, and those whose names do not begin with tasuki_ are of other applications: use a database without them, or drop them"},
	{"Neo.ClientError.Schema.ConstraintCreationFailed", "several nodes bear the same value of the property tasuki, which Tasuki alone writes, and the same id: take it from those of other applications with REMOVE n.tasuki"},
	{"Neo.DatabaseError", "the server failed; its log says why; if its disk is full, make room, and start it again"},
}

const noAnswer = "the server does not answer, or has gone; check that it runs, its address, and whether it wants TLS (neo4j+s)"

// explain returns err with what to do about it.
func explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return said.Errorf("stopped: %w", context.Cause(ctx))
	}
	err = lastTry(err)
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		for _, a := range advice {
			if strings.HasPrefix(server.Code, a.code) {
				return &failure{fmt.Sprintf("%s (%s)", server.Msg, server.Code), a.say}
			}
		}
		return err
	}
	var lost *neo4j.ConnectivityError
	if errors.As(err, &lost) {
		return &failure{lost.Inner.Error(), noAnswer}
	}
	return err
}

// isServerError reports whether a server has answered with an error.
func isServerError(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(lastTry(err), &server)
}

// lastTry returns the error of the last of several tries.
func lastTry(err error) error {
	var tries *neo4j.TransactionExecutionLimit
	if errors.As(err, &tries) && len(tries.Errors) > 0 {
		return tries.Errors[len(tries.Errors)-1]
	}
	return err
}

// Unsettled is the error of a Replace of which nobody knows yet whether it was done.
type Unsettled struct{ error }

// Unwrap returns what happened.
func (u *Unsettled) Unwrap() error { return u.error }

// open reports whether after an error of a Replace the outcome is not known: it was
// the commit that failed, and not because the server refused it.
func (w *writer) open(err error) bool { return lostAt(w.committing, err) }

func lostAt(committing bool, err error) bool {
	var server *neo4j.Neo4jError
	refused := errors.As(lastTry(err), &server) && !strings.HasPrefix(server.Code, "Neo.DatabaseError")
	return committing && !refused
}

// explain returns an error of a Replace with what became of the dataset, and
// what to do. A commit that fails in the server itself, as it does when the disk
// is full, may have reached the server's log, and then its next start completes
// it.
func (w *writer) explain(ctx context.Context, err error) error {
	err = lastTry(err)
	switch explained := explain(ctx, w.final(err)); {
	case err == nil:
		return nil
	case w.open(err):
		return &Unsettled{said.Errorf("%w; this was during the commit: the dataset is what it was or all of the new one; run the load again when the server is well", explained)}
	default:
		return unchanged(explained)
	}
}

// final explains the errors after which another try is of no use, though the
// driver would make one: when the transaction has outgrown the memory that the
// server allows.
func (w *writer) final(err error) error {
	var server *neo4j.Neo4jError
	if !errors.As(err, &server) || !strings.Contains(server.Code, "OutOfMemory") {
		return err
	}
	say := "raise server.memory.heap.max_size to " + size(heapFor(w.memory(0)))
	if m := memoryLimit.FindStringSubmatch(server.Msg); m != nil {
		limit, _ := strconv.ParseFloat(m[1], 64)
		need := w.memory(limit * map[string]float64{"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}[m[2]])
		say = fmt.Sprintf("raise %s to %s or more, and server.memory.heap.max_size, of which it is a part, to %s", m[3], size(need), size(heapFor(need)))
	}
	return &failure{
		fmt.Sprintf("the server has no memory for a transaction of %d facts, of which it has taken %d: %s", w.total, w.written, server.Msg),
		say + "; both stand in neo4j.conf, and scripts/neo4j sets the heap by TASUKI_NEO4J_HEAP",
	}
}

// memoryLimit finds the limit and the setting in the server's message.
var memoryLimit = regexp.MustCompile(`more than the limit ([0-9.]+) ([KMG]iB)\..* ([a-z.]+) threshold reached`)

// memory estimates the bytes that the transaction needs, given a limit that was
// too small. The server held 2.5 KB per fact at the commit of a million facts.
func (w *writer) memory(limit float64) float64 { return max(2*limit, 3000*float64(w.total)) }

// heapFor returns the heap of which the transactions may take need: by default
// they get 70 % of it.
func heapFor(need float64) float64 { return max(1<<30, need/0.7) }

// size writes bytes in the form of the server's settings, rounded up.
func size(bytes float64) string { return fmt.Sprintf("%dm", 64*int(math.Ceil(bytes/(64<<20)))) }

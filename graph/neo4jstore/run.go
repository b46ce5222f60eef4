package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore/guard"
	"tasuki/graph/said"
)

// Limits bound a reader's statement. How much memory the server may take for
// it is a setting of the server, db.memory.transaction.max.
type Limits struct {
	Timeout time.Duration // how long it may take, planning included; 0: 30 s
	Rows    int           // how many rows it may answer; 0: 10,000
	Bytes   int64         // how large the answer may be, about as JSON; 0: 32 MiB
}

func (l Limits) withDefaults() Limits {
	if l.Timeout <= 0 {
		l.Timeout = 30 * time.Second
	}
	if l.Rows <= 0 {
		l.Rows = 10_000
	}
	if l.Bytes <= 0 {
		l.Bytes = 32 << 20
	}
	return l
}

// Exceeded says which limit ended a statement. The rows that came before it
// are right, but not all.
type Exceeded struct {
	Limit  string // time, rows, bytes or memory
	Advice string
}

// Error returns the limit and how to stay within it.
func (e *Exceeded) Error() string { return e.message().Error() }

// In says it in another form.
func (e *Exceeded) In(form func(string) string) string { return said.In(e.message(), form) }

func (e *Exceeded) message() error {
	return said.Errorf("over the limit of %s: %w", e.Limit, said.New(e.Advice))
}

// grace is how long after its timeout a server may still answer: it looks at
// the clock every 2 s.
const grace = 5 * time.Second

// Run asks the database a question in Cypher and calls yield for each row of
// the answer, as it arrives. The first call has a nil row: it tells the columns.
// Rows hold the values that [Node], [Relationship], [Path] and the plain types
// of Go can say. When yield returns an error, Run stops and returns it.
//
// The rows of EXPLAIN and PROFILE are the steps of the plan. What may not be run may
// not be explained.
//
// Nothing but reading is run. The text is checked for what a plan does not
// show; the server plans the statement, and every step of the plan must be on a
// list of those that read; it then runs in a transaction that may only read,
// and that is rolled back. What fails a check returns a [guard.Refused], what is no
// statement a [guard.Malformed], what outgrows limits an [Exceeded].
func (s *Store) Run(ctx context.Context, statement string, params map[string]any, limits Limits, yield func(columns []string, row []any) error) error {
	return s.plan(ctx, statement, params, limits, func(ctx context.Context, session neo4j.SessionWithContext, q guard.Question, plan *guard.Step) error {
		if q.Purpose == guard.Explains {
			return yieldPlan(plan, yield)
		}
		return stream(ctx, session, q, params, limits.withDefaults(), yield)
	})
}

// Plan checks a statement as [Store.Run] does, with its errors, and does not run it.
func (s *Store) Plan(ctx context.Context, statement string, params map[string]any, limits Limits) error {
	return s.plan(ctx, statement, params, limits, func(context.Context, neo4j.SessionWithContext, guard.Question, *guard.Step) error { return nil })
}

// plan has a statement checked, and then what passed done.
func (s *Store) plan(ctx context.Context, statement string, params map[string]any, limits Limits, do func(context.Context, neo4j.SessionWithContext, guard.Question, *guard.Step) error) error {
	limits = limits.withDefaults()
	q, err := guard.Read(statement)
	if err != nil {
		return err
	}
	tooLong := &Exceeded{"time", fmt.Sprintf("no answer within %v; ask for less, or allow more time", limits.Timeout)}
	bounded, cancel := context.WithTimeoutCause(ctx, limits.Timeout+grace, tooLong)
	defer cancel()
	session := s.session(bounded, neo4j.AccessModeRead)
	defer closeSoon(ctx, session)
	plan, err := guardWithServer(bounded, session, q, params, limits)
	if err == nil {
		err = do(bounded, session, q, plan)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(context.Cause(bounded), tooLong):
		return tooLong
	}
	return s.explainReading(bounded, err, tooLong)
}

// closeSoon closes a session, and does not wait for a server that has gone
// silent.
func closeSoon(ctx context.Context, session neo4j.SessionWithContext) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	session.Close(ctx)
}

// guardWithServer has the server plan the statement, and returns the plan when it
// passes.
func guardWithServer(ctx context.Context, session neo4j.SessionWithContext, q guard.Question, params map[string]any, limits Limits) (*guard.Step, error) {
	result, err := session.Run(ctx, q.ToPlan(), params, neo4j.WithTxTimeout(limits.Timeout))
	var summary neo4j.ResultSummary
	if err == nil {
		summary, err = result.Consume(ctx)
	}
	if err != nil {
		return nil, unplanned(q, err)
	}
	plan := treeOf(summary.Plan())
	return plan, q.CheckPlan(plan, summary.StatementType() == neo4j.StatementTypeReadOnly, summary.Database().Name())
}

// unplanned says that the server refuses a statement, or does not take it for
// one.
func unplanned(q guard.Question, err error) error {
	var server *neo4j.Neo4jError
	if !errors.As(err, &server) {
		return err
	}
	switch {
	case strings.HasPrefix(server.Code, "Neo.ClientError.Procedure."):
		return &guard.Refused{Reason: guard.Procedure, What: server.Msg}
	case server.Code == "Neo.ClientError.Statement.UnsupportedAdministrationCommand":
		return &guard.Refused{Reason: guard.Administration, What: server.Msg}
	case server.Code == "Neo.ClientError.Statement.AccessMode":
		return &guard.Refused{Reason: guard.Writes, What: server.Msg}
	case server.Code == "Neo.ClientError.Statement.ParameterMissing":
		return q.Lacking(server.Msg)
	case strings.HasPrefix(server.Code, "Neo.ClientError.Statement."):
		return q.Malformed(server.Msg)
	}
	return err
}

// stream runs a statement that has passed the guards. Over a limit it ends the
// connection, as the driver would first take in what the server has still to send.
func stream(ctx context.Context, session neo4j.SessionWithContext, q guard.Question, params map[string]any, limits Limits, yield func([]string, []any) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(limits.Timeout))
	if err != nil {
		return err
	}
	defer tx.Close(ctx) // rolls back
	result, err := tx.Run(ctx, q.ToRun(), params)
	if err != nil {
		return unplanned(q, err)
	}
	columns, err := result.Keys()
	if err != nil {
		return unplanned(q, err)
	}
	if q.Purpose == guard.Profiles {
		return profile(ctx, result, received{limits: limits}, yield)
	}
	if err := yield(columns, nil); err != nil {
		return &yieldError{err}
	}
	got := received{limits: limits}
	for result.Next(ctx) {
		row := make([]any, len(columns))
		for i, v := range result.Record().Values {
			row[i] = plain(v)
		}
		if err := got.add(columns, row); err != nil {
			stop()
			return err
		}
		if err := yield(columns, row); err != nil {
			stop()
			return &yieldError{err}
		}
	}
	return result.Err()
}

// yieldError marks an error as the caller's own.
type yieldError struct{ error }

// explainReading returns an error of Run with what to do about it.
func (s *Store) explainReading(ctx context.Context, err error, tooLong *Exceeded) error {
	var mine *yieldError
	var refused *guard.Refused
	var wrong *guard.Malformed
	var exceeded *Exceeded
	var server *neo4j.Neo4jError
	switch {
	case errors.As(err, &mine):
		return mine.error
	case errors.As(err, &refused) || errors.As(err, &wrong) || errors.As(err, &exceeded):
		return err
	case errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Transaction.TransactionTimedOut"):
		return tooLong
	case errors.As(err, &server) && strings.Contains(server.Code, "OutOfMemory"):
		return &Exceeded{"memory", fmt.Sprintf("%s; ask for less, or raise db.memory.transaction.max or, where that is not set, server.memory.heap.max_size", server.Msg)}
	}
	return said.Errorf("asking %s: %w", s.at, explain(ctx, err))
}

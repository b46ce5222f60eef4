// Package observed keeps in a database what a comparison of a dataset with an event log has
// found: as relationships beside the facts of the dataset, which these do not become.
package observed

import (
	"context"
	"slices"
	"time"

	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
)

// Observation is what a log shows of a dataset. Times are microseconds since 1970 in UTC, nil
// where none is known; waits are minutes, nil where none was measured.
type Observation struct {
	Log       string // names it among the logs of the dataset
	Handoffs  []Passing
	Unseen    []Unseen
	Handovers []Passing
	Performed []Performed
}

// Passing is work that was seen to pass: between tasks, a handoff, or between organizations.
type Passing struct {
	From, To    string
	Declared    bool
	Count       int // times
	Cases       int
	First, Last *int64
	P50, P90    *float64
}

// Unseen is a declared handoff that was not seen in the Cases that reached its first task, by
// so many Events of it.
type Unseen struct {
	From, To      string
	Cases, Events int
}

// Performed says how often an organization performed a task, and what mark it has there.
type Performed struct {
	Organization, Task string
	Standing           string
	Events, Cases      int
	First, Last        *int64
}

// The statements. Relationships bear the mark of the dataset, and the log that left them.
const (
	drop = `
MATCH (n:Organization|Task {tasuki: $dataset})-[r:OBSERVED_HANDOFF|UNOBSERVED_HANDOFF|OBSERVED_HANDOVER|PERFORMED {tasuki: $dataset, log: $log}]->()
DELETE r
RETURN count(*)`

	putHandoffs = `
UNWIND $rows AS row
MATCH (a:Task {tasuki: $dataset, id: row.from})
MATCH (b:Task {tasuki: $dataset, id: row.to})
CREATE (a)-[r:OBSERVED_HANDOFF]->(b)
SET r = row.properties
RETURN count(*)`

	putUnseen = `
UNWIND $rows AS row
MATCH (a:Task {tasuki: $dataset, id: row.from})
MATCH (b:Task {tasuki: $dataset, id: row.to})
CREATE (a)-[r:UNOBSERVED_HANDOFF]->(b)
SET r = row.properties
RETURN count(*)`

	putHandovers = `
UNWIND $rows AS row
MATCH (a:Organization {tasuki: $dataset, id: row.from})
MATCH (b:Organization {tasuki: $dataset, id: row.to})
CREATE (a)-[r:OBSERVED_HANDOVER]->(b)
SET r = row.properties
RETURN count(*)`

	putPerformed = `
UNWIND $rows AS row
MATCH (a:Organization {tasuki: $dataset, id: row.from})
MATCH (b:Task {tasuki: $dataset, id: row.to})
CREATE (a)-[r:PERFORMED]->(b)
SET r = row.properties
RETURN count(*)`
)

// batch is how many relationships a statement creates.
const batch = 10_000

// Replace makes o what the dataset called name holds of its log, in one transaction, and
// touches no other log and no fact. An observation without anything takes the log away. It is
// true of the facts that it was made with: content is their hash, each relationship has it,
// and where the dataset has other facts, nothing is changed.
func Replace(ctx context.Context, s *neo4jstore.Store, name, content string, o Observation) error {
	if o.Log == "" {
		return said.New("a log in a database needs a name")
	}
	steps := []neo4jstore.Step{{Cypher: drop, Parameters: map[string]any{"dataset": name, "log": o.Log}, Count: -1}}
	for _, kind := range []struct {
		statement string
		rows      []any
	}{
		{putHandoffs, passings(o.Handoffs)},
		{putUnseen, unseen(o.Unseen)},
		{putHandovers, passings(o.Handovers)},
		{putPerformed, performed(o.Performed)},
	} {
		for rows := range slices.Chunk(kind.rows, batch) {
			for _, row := range rows {
				properties, _ := row.(map[string]any)["properties"].(map[string]any)
				properties["tasuki"], properties["log"], properties["content"] = name, o.Log, content
			}
			steps = append(steps, neo4jstore.Step{Cypher: kind.statement, Parameters: map[string]any{"dataset": name, "rows": rows}, Count: len(rows)})
		}
	}
	if err := s.Apply(ctx, "observation of "+name, name, content, steps); err != nil {
		return said.Errorf("storing what log %q shows of dataset %q: %w", o.Log, name, err)
	}
	return nil
}

func row(from, to string, properties map[string]any) map[string]any {
	return map[string]any{"from": from, "to": to, "properties": properties}
}

func passings(list []Passing) (rows []any) {
	for _, p := range list {
		rows = append(rows, row(p.From, p.To, map[string]any{
			"declared": p.Declared, "count": p.Count, "cases": p.Cases, "first": moment(p.First), "last": moment(p.Last), "p50": minutes(p.P50), "p90": minutes(p.P90),
		}))
	}
	return rows
}

func unseen(list []Unseen) (rows []any) {
	for _, u := range list {
		rows = append(rows, row(u.From, u.To, map[string]any{"cases": u.Cases, "events": u.Events}))
	}
	return rows
}

func performed(list []Performed) (rows []any) {
	for _, p := range list {
		rows = append(rows, row(p.Organization, p.Task, map[string]any{
			"standing": p.Standing, "events": p.Events, "cases": p.Cases, "first": moment(p.First), "last": moment(p.Last),
		}))
	}
	return rows
}

// moment returns a time as the database holds it, or null, which leaves the property out.
func moment(microseconds *int64) any {
	if microseconds == nil {
		return nil
	}
	return time.UnixMicro(*microseconds).UTC()
}

func minutes(m *float64) any {
	if m == nil {
		return nil
	}
	return *m
}

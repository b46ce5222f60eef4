package neo4jstore

import (
	"context"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore/guard"
)

// planColumns returns the columns of a plan. The step that is parent takes the rows of
// this one; the first step has none.
func planColumns() []string {
	return []string{"step", "parent", "operator", "details", "estimated_rows"}
}

// yieldPlan answers with the steps of a plan, the last that is carried out first.
func yieldPlan(plan *guard.Step, yield func([]string, []any) error) error {
	columns := planColumns()
	if err := yield(columns, nil); err != nil {
		return &yieldError{err}
	}
	step := int64(0)
	var walk func(p *guard.Step, parent any) error
	walk = func(p *guard.Step, parent any) error {
		step++
		self := step
		if err := yield(columns, planRow(self, parent, p.Operator, p.Arguments)); err != nil {
			return &yieldError{err}
		}
		for i := range p.Children {
			if err := walk(&p.Children[i], self); err != nil {
				return err
			}
		}
		return nil
	}
	return walk(plan, nil)
}

func planRow(step int64, parent any, operator string, arguments map[string]any) []any {
	operator, _, _ = strings.Cut(operator, "@") // the database, which is that of the address
	return []any{step, parent, operator, arguments["Details"], plain(arguments["EstimatedRows"])}
}

// profile takes all rows of a statement, which the server would not make
// otherwise, and answers with the steps of the plan and what they did.
func profile(ctx context.Context, result neo4j.ResultWithContext, got received, yield func([]string, []any) error) error {
	for result.Next(ctx) {
		record := result.Record()
		if err := got.add(record.Keys, plain(record.Values).([]any)); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return err
	}
	if summary.Profile() == nil {
		return &guard.Refused{Reason: guard.Operator, What: "the server shows no profile of the statement"}
	}
	columns := append(planColumns(), "rows", "db_hits")
	if err := yield(columns, nil); err != nil {
		return &yieldError{err}
	}
	step := int64(0)
	var walk func(p neo4j.ProfiledPlan, parent any) error
	walk = func(p neo4j.ProfiledPlan, parent any) error {
		step++
		self := step
		row := append(planRow(self, parent, p.Operator(), p.Arguments()), p.Records(), p.DbHits())
		if err := yield(columns, row); err != nil {
			return &yieldError{err}
		}
		for _, child := range p.Children() {
			if err := walk(child, self); err != nil {
				return err
			}
		}
		return nil
	}
	return walk(summary.Profile(), nil)
}

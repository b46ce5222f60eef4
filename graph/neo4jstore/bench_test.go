package neo4jstore

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/model"
)

var benchTasks = flag.Int("tasks", 5_000, "tasks of the dataset that BenchmarkReplace loads, with ten relationships each")

// large returns a dataset with n tasks, n/100 organizations and 10*n
// relationships.
func large(n int) graph.Dataset {
	r := rand.New(rand.NewPCG(1, 2))
	d := graph.Dataset{Name: graph.Text("large")}
	for i := range 10 {
		d.Phases = append(d.Phases, graph.Term{ID: fmt.Sprintf("p%d", i), Name: graph.Text("Phase")})
	}
	for i := range 100 {
		d.Categories = append(d.Categories, graph.Term{ID: fmt.Sprintf("c%d", i), Name: graph.Text("Category")})
	}
	orgs := max(10, n/100)
	for i := range orgs {
		d.Organizations = append(d.Organizations, graph.Organization{ID: fmt.Sprintf("o%d", i), Name: graph.Name{JA: "運用業者", EN: "Vendor"}, Kind: graph.Vendor})
	}
	for i := range n {
		id := fmt.Sprintf("3-%d", i)
		d.Tasks = append(d.Tasks, graph.Task{
			ID: id, Name: graph.Name{JA: "障害の切り分け", EN: "Triage the fault"}, Timing: graph.Daily,
			Phase: fmt.Sprintf("p%d", i%10), Category: fmt.Sprintf("c%d", i%100), Source: graph.Source{File: "matrix.tsv", Line: i + 1},
		})
		// Seven or eight marks, so that with PART_OF twice and half a handoff a
		// task has ten relationships.
		for k := range 7 + i%2 {
			a := graph.Assignment{
				Task: id, Organization: fmt.Sprintf("o%d", (i*7+k*(1+r.IntN(orgs/8)))%orgs), Role: graph.Support, Reading: graph.Printed,
				Source: graph.Source{File: "matrix.tsv", Line: i + 1, Column: 3 + k, Mark: "△"},
			}
			if k == 0 {
				a.Role, a.Source.Mark = graph.Lead, "○"
			}
			d.Assignments = append(d.Assignments, a)
		}
		if i%2 == 1 {
			d.Handoffs = append(d.Handoffs, graph.Handoff{From: fmt.Sprintf("3-%d", i-1), To: id, Kind: graph.Report, Artifact: graph.Text("報告")})
		}
	}
	slices.SortFunc(d.Assignments, func(a, b graph.Assignment) int { return graph.Compare(a.Task+a.Organization, b.Task+b.Organization) })
	d.Assignments = slices.CompactFunc(d.Assignments, func(a, b graph.Assignment) bool { return a.Task == b.Task && a.Organization == b.Organization })
	return d
}

// BenchmarkReplace loads a dataset; loads it again unchanged; does so when it
// cannot know that nobody has changed it, so that all facts are compared; and
// loads it by a bare loop, which writes the same rows in one transaction without
// comparing, checking or counting anything.
func BenchmarkReplace(b *testing.B) {
	s := connect(b)
	s.options.Batch = 10_000
	d := large(*benchTasks).Canonical()
	f, err := model.Take(d)
	if err != nil {
		b.Fatal(err)
	}
	rows := 0
	for _, shape := range s.shapes {
		rows += shape.Count(f)
	}
	// A server that has just started writes slower, which would be the first's bad
	// luck.
	replaceReporting(b, s, newPrefix(b, s)+"warm-up", d, rows)
	for _, bench := range []struct {
		name string
		run  func(b *testing.B, name string)
	}{
		{"first", func(b *testing.B, name string) { replaceReporting(b, s, name, d, rows) }},
		{"unchanged", func(b *testing.B, name string) {
			b.StopTimer()
			replaceReporting(b, s, name, d, rows)
			b.StartTimer()
			replaceReporting(b, s, name, d, 0)
		}},
		{"compared", func(b *testing.B, name string) {
			b.StopTimer()
			replaceReporting(b, s, name, d, rows)
			query(b, s, "MATCH (d:Dataset {dataset: $dataset}) REMOVE d.verified", map[string]any{"dataset": name})
			b.StartTimer()
			replaceReporting(b, s, name, d, 0)
		}},
		{"bare", func(b *testing.B, name string) { bare(b, s, name, f) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for i := range b.N {
				bench.run(b, fmt.Sprint(newPrefix(b, s), i))
			}
			b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

func replaceReporting(b *testing.B, s *Store, name string, d graph.Dataset, created int) {
	b.Helper()
	c, err := s.Replace(b.Context(), name, d)
	if err != nil {
		b.Fatal(err)
	}
	if c != (graph.Changes{Created: created}) {
		b.Fatalf("Replace reports %+v, want %d created", c, created)
	}
}

// bare writes facts as one would without this package.
func bare(b *testing.B, s *Store, name string, f *model.Facts) {
	ctx := context.Background()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		b.Fatal(err)
	}
	for _, shape := range s.shapes {
		statement := fmt.Sprintf(`UNWIND $rows AS row CREATE (n:%s) SET n = row.properties, n.dataset = $dataset`, shape.Kind)
		if !shape.IsNode() {
			statement = fmt.Sprintf(`
				UNWIND $rows AS row
				MATCH (a:%s {dataset: $dataset, id: row.from})
				MATCH (b:%s {dataset: $dataset, id: row.to})
				CREATE (a)-[r:%s]->(b) SET r = row.properties`, shape.From, shape.To, shape.Kind)
		}
		for from := 0; from < shape.Count(f); from += s.options.Batch {
			var rows []any
			for i := from; i < min(from+s.options.Batch, shape.Count(f)); i++ {
				ends, values := shape.Put(f, i)
				row := map[string]any{"properties": properties(shape, values, false)}
				if len(ends) > 0 {
					row["from"], row["to"] = ends[0], ends[1]
				}
				rows = append(rows, row)
			}
			result, err := tx.Run(ctx, statement, map[string]any{"rows": rows, "dataset": name})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := result.Consume(ctx); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := tx.Commit(ctx); err != nil {
		b.Fatal(err)
	}
}

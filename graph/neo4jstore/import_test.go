package neo4jstore

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore/admincsv"
	"tasuki/graph/storetest"
	"tasuki/queries"
)

// hostile returns an example together with a random dataset that uses every field, and
// with texts that CSV and lists have trouble with, more than a valid dataset may have.
func hostile(t *testing.T) graph.Dataset {
	t.Helper()
	g, err := files.Open(t.Context(), "../../examples/helpdesk", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, r := g.Dataset(), storetest.Random(5, 8)
	d.Organizations = append(slices.Clone(d.Organizations), r.Organizations...)
	d.Phases, d.Categories = append(slices.Clone(d.Phases), r.Phases...), append(slices.Clone(d.Categories), r.Categories...)
	d.Components, d.Environments, d.Sites = append(slices.Clone(d.Components), r.Components...), append(slices.Clone(d.Environments), r.Environments...), append(slices.Clone(d.Sites), r.Sites...)
	d.Severities, d.Calendars, d.OutsideReports = append(slices.Clone(d.Severities), r.Severities...), append(slices.Clone(d.Calendars), r.Calendars...), append(slices.Clone(d.OutsideReports), r.OutsideReports...)
	d.Tasks, d.Assignments, d.Supplies = append(slices.Clone(d.Tasks), r.Tasks...), append(slices.Clone(d.Assignments), r.Assignments...), append(slices.Clone(d.Supplies), r.Supplies...)
	d.Handoffs, d.Flows, d.Account = append(slices.Clone(d.Handoffs), r.Handoffs...), append(slices.Clone(d.Flows), r.Flows...), r.Account
	for i, text := range []string{"a\nb\r\nc\rd", `"`, `""x"`, `\"`, "a;b", "a\x1fb", ",", "  ", " a ", "null", "12", "true", "\u2028\ufeff", "\t'|", "𠮷🦊", "#"} {
		d.Organizations = append(d.Organizations, graph.Organization{ID: "hostile " + text, Name: graph.Name{EN: text, JA: text}, Aliases: []string{text + "1", text + "2"}})
		d.Tasks = append(d.Tasks, graph.Task{ID: "hostile-" + text, Name: graph.Name{EN: text}, Source: graph.Source{File: text, Line: i + 1, Mark: text}})
		d.Assignments = append(d.Assignments, graph.Assignment{Organization: "hostile " + text, Task: "hostile-" + text, Role: graph.Lead, Reading: graph.Printed})
	}
	return d
}

// exported writes the files of the import tool into a folder.
func exported(t *testing.T, name string, d graph.Dataset) string {
	t.Helper()
	list, err := admincsv.Files(name, d)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, f := range list {
		if err := os.WriteFile(filepath.Join(folder, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// imports makes a dataset the database of the stopped server by the import tool, and
// expects what a load of it makes: the same facts, the same answers, nothing left to load.
func (o *ownServer) imports(name string) {
	o.Helper()
	d := hostile(o.T)
	folder := exported(o.T, name, d)
	cmd := exec.Command("../../scripts/neo4j", "import", folder, "--home", o.home)
	cmd.Env = append(os.Environ(), "TASUKI_NEO4J_HEAP=512m", "TASUKI_NEO4J_PAGECACHE=64m")
	if out, err := cmd.CombinedOutput(); err != nil {
		o.Fatalf("importing: %v\n%s", err, out)
	}
	o.start("dbms.cypher.min_replan_interval=1h")
	s := o.connect()
	statements, err := os.ReadFile(filepath.Join(folder, admincsv.Statement))
	if err != nil {
		o.Fatal(err)
	}
	for line := range strings.Lines(string(statements)) {
		query(o.T, s, strings.TrimSuffix(strings.TrimSpace(line), ";"), nil)
	}
	if found := find(o.T, s, name); found == nil || found.Loaded != nil || found.Tasks != len(d.Tasks) {
		o.Errorf("the list says %+v", found)
	}
	holds(o.T, s, name, d)
	// The load goes into the server of the other tests, which is warm.
	warm := connect(o.T)
	other := newPrefix(o.T, warm) + "a"
	loaded, err := warm.Replace(o.Context(), other, d)
	if err != nil {
		o.Fatal(err)
	}
	if found := find(o.T, s, name); found.Facts != loaded.Created {
		o.Errorf("%d facts were imported, and a load creates %d", found.Facts, loaded.Created)
	}
	o.answersAlike(d, asked{s, name}, asked{warm, other})
	if c, err := s.Replace(o.Context(), name, d); err != nil || c != (graph.Changes{}) {
		o.Errorf("a load after the import changes %+v, %v", c, err)
	}
}

// TestImport gives a server of its own a database of the import tool.
func TestImport(t *testing.T) { newOwnServer(t).imports("imported") }

// asked is a dataset in a database.
type asked struct {
	*Store
	name string
}

// answersAlike asks every question of the catalogue about a dataset in two databases.
func (o *ownServer) answersAlike(d graph.Dataset, one, other asked) {
	o.Helper()
	rows, began := 0, time.Now()
	defer func() { o.Logf("%d rows of every question compared in %v", rows, time.Since(began)) }()
	for _, q := range queries.All() {
		params := map[string]any{}
		for _, p := range q.Params {
			switch {
			case !p.Required:
			case p.Name == "organization":
				params[p.Name] = d.Organizations[0].ID
			case p.Name == "organizations":
				params[p.Name] = []string{d.Organizations[0].ID}
			case p.Name == "task":
				params[p.Name] = d.Tasks[0].ID
			case p.Name == "flow":
				params[p.Name] = d.Flows[0].ID
			}
		}
		var answers [2][][]any
		for i, at := range []asked{one, other} {
			params["dataset"] = at.name
			bound, err := q.Bind(params)
			if err != nil {
				o.Fatal(err)
			}
			// Not by Run, which has the server plan each statement once more.
			err = at.Ask(o.Context(), q.Cypher, bound, func(row []any) { answers[i] = append(answers[i], unplaced(row)) })
			if err != nil {
				o.Fatalf("query %s: %v", q.Name, err)
			}
		}
		rows += len(answers[0])
		if !reflect.DeepEqual(answers[0], answers[1]) {
			o.Errorf("query %s: %d rows of the import differ from %d of the load", q.Name, len(answers[0]), len(answers[1]))
		}
	}
	if rows < 100 {
		o.Errorf("only %d rows were compared; the test shows too little", rows)
	}
}

// unplaced returns a row in which nodes and relationships are what they say, and not
// where they are.
func unplaced(row []any) []any {
	list := make([]any, len(row))
	for i, v := range row {
		switch v := v.(type) {
		case neo4j.Path:
			for _, n := range v.Nodes {
				list[i] = append(asList(list[i]), n.Labels, without(n.Props, "tasuki", "dataset", "verified", "load", "loaded"))
			}
			for _, r := range v.Relationships {
				from := slices.IndexFunc(v.Nodes, func(n neo4j.Node) bool { return n.ElementId == r.StartElementId })
				list[i] = append(asList(list[i]), from, r.Type, without(r.Props, "tasuki"))
			}
		default:
			list[i] = v
		}
	}
	return list
}

func asList(v any) []any {
	list, _ := v.([]any)
	return list
}

// without returns properties without the bookkeeping of a dataset.
func without(properties map[string]any, bookkeeping ...string) map[string]any {
	properties = maps.Clone(properties)
	for _, name := range bookkeeping {
		delete(properties, name)
	}
	return properties
}

package neo4jstore

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/storetest"
)

// TestReplaceRepairs changes a dataset by hand, and expects Replace to count
// and undo just that.
func TestReplaceRepairs(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	d := storetest.Random(7, 60)
	d.Tasks = append(d.Tasks, graph.Task{ID: "by hand", Name: graph.Text("x"), Timing: graph.Daily})
	d.Assignments = append(d.Assignments, graph.Assignment{Task: "by hand", Organization: d.Organizations[0].ID, Role: graph.Lead, Reading: graph.Printed})
	replace := func() graph.Changes {
		t.Helper()
		c, err := s.Replace(t.Context(), name, d)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	replace()
	const lead = `(:Organization {dataset: $dataset})-[r:LEADS]->(n:Task {dataset: $dataset, id: "by hand"})`
	for _, c := range []struct {
		what, statement string
		want            graph.Changes
	}{
		{"a property of a node", `MATCH (n:Task {dataset: $dataset, id: "by hand"}) SET n.timing = "yearly"`, graph.Changes{Changed: 1}},
		{"a property of another type", `MATCH (n:Task {dataset: $dataset, id: "by hand"}) SET n.line = "7"`, graph.Changes{Changed: 1}},
		{"a lost property", `MATCH (n:Task {dataset: $dataset, id: "by hand"}) REMOVE n.name`, graph.Changes{Changed: 1}},
		{"a property of a relationship", `MATCH ` + lead + ` SET r.reading = "uncertain", r.alternatives = ["x"]`, graph.Changes{Changed: 1}},
		{"a lost relationship", `MATCH ` + lead + ` DELETE r`, graph.Changes{Created: 1}},
		{"a relationship twice", `MATCH (o)-[r:LEADS]->(n:Task {dataset: $dataset, id: "by hand"}) CREATE (o)-[c:LEADS]->(n) SET c = properties(r)`, graph.Changes{Deleted: 1}},
		{"a relationship too many", `MATCH (o:Organization {dataset: $dataset}), (n:Task {dataset: $dataset, id: "by hand"}) WITH * LIMIT 1 CREATE (o)-[:INFORMED {tasuki: $dataset}]->(n)`, graph.Changes{Deleted: 1}},
		{"a node too many", `CREATE (:Task {tasuki: $dataset, id: "new", name: "new"})`, graph.Changes{Deleted: 1}},
		{"a node without an ID", `CREATE (:Task {tasuki: $dataset})`, graph.Changes{Deleted: 1}},
		{"what bears no mark", `MATCH (o:Organization {dataset: $dataset}) WITH o LIMIT 1 CREATE (o)-[:LEADS]->(:Task {dataset: $dataset, id: "foreign"})`, graph.Changes{}},
		{"a lost node", `MATCH (n:Task {dataset: $dataset, id: "by hand"}) DETACH DELETE n`, graph.Changes{Created: 2}},
		{"the wait of a contact", `MATCH (n:Contact {dataset: $dataset}) WITH n LIMIT 1 SET n.wait_minutes = coalesce(n.wait_minutes, 0) + 1`, graph.Changes{Changed: 1}},
		{"the order of contacts", `MATCH (n:Contact {dataset: $dataset}) WHERE n.position > 1 WITH n LIMIT 1 SET n.position = 1`, graph.Changes{Changed: 1}},
		{"contacts of an earlier version", `MATCH (o:Organization {dataset: $dataset}) WITH o LIMIT 1 SET o.contacts_ja = ["a"], o.contacts_en = ["b"], o.contacts_wait_minutes = [7]`, graph.Changes{Changed: 1}},
		{"the level of an escalation", `MATCH (:Organization {dataset: $dataset})-[r:ESCALATES_TO]->() WITH r LIMIT 1 SET r.level = 70`, graph.Changes{Changed: 1}},
		{"a holiday", `MATCH (n:Calendar {dataset: $dataset}) WITH n LIMIT 1 SET n.holidays = ["2020-01-01"]`, graph.Changes{Changed: 1}},
		{"the maker of a report", `MATCH (:Organization {dataset: $dataset})-[r:MAKES]->() WITH r LIMIT 1 DELETE r`, graph.Changes{Created: 1}},
		{"a lost escalation", `MATCH (:Organization {dataset: $dataset})-[r:ESCALATES_TO]->() WITH r LIMIT 1 DELETE r`, graph.Changes{Created: 1}},
		{"an escalation elsewhere", `MATCH (o:Organization {dataset: $dataset})-[r:ESCALATES_TO]->() WITH o, r LIMIT 1 DELETE r CREATE (o)-[:ESCALATES_TO {tasuki: $dataset}]->(o)`, graph.Changes{Created: 1, Deleted: 1}},
		{"the tier of a flow", `MATCH (n:Flow {dataset: $dataset}) WITH n LIMIT 1 SET n.tier = "by hand"`, graph.Changes{Changed: 1}},
		{"the minutes of a handoff", `MATCH (:Task {dataset: $dataset})-[r:HANDS_OFF_TO]->() WITH r LIMIT 1 SET r.minutes = 7`, graph.Changes{Changed: 1}},
		{"the name of the dataset", `MATCH (n:Dataset {dataset: $dataset}) SET n.name_en = "by hand"`, graph.Changes{Changed: 1}},
		{"the content hash", `MATCH (n:Dataset {dataset: $dataset}) SET n.content = "by hand"`, graph.Changes{}},
	} {
		query(t, s, c.statement, map[string]any{"dataset": name})
		if got := replace(); got != c.want {
			t.Errorf("after %s: Replace reports %+v, want %+v", c.what, got, c.want)
		}
		if got := replace(); got != (graph.Changes{}) {
			t.Errorf("after %s: another Replace reports %+v, want none", c.what, got)
		}
		got, stored, err := s.load(t.Context(), name, false)
		if err != nil {
			t.Fatal(err)
		}
		if !stored {
			t.Errorf("after %s: the content hash is wrong", c.what)
		}
		if !bytes.Equal(storetest.Encode(t, got), storetest.Encode(t, d)) {
			t.Errorf("after %s: Replace has not undone it", c.what)
		}
	}
}

// TestLoadAfterEdits loads what people have changed by hand.
func TestLoadAfterEdits(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	d := storetest.Random(8, 20)
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	id := d.Tasks[0].ID
	query(t, s, `MATCH (n:Task {dataset: $dataset, id: $id}) SET n.name_en = "by hand"`, map[string]any{"dataset": name, "id": id})
	d.Tasks[0].Name.EN = "by hand"
	got, err := s.Load(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(storetest.Encode(t, got), storetest.Encode(t, d)) {
		t.Error("Load does not return the change")
	}
	query(t, s, `MATCH (n:Task {dataset: $dataset, id: $id}) SET n.line = "seven"`, map[string]any{"dataset": name, "id": id})
	if _, err := s.Load(t.Context(), name); err == nil || !strings.Contains(err.Error(), "line is seven") {
		t.Errorf("Load of a line that is a text: %v, want an error that names it", err)
	}
}

// TestReplaceKeepsWhatIsNotItsOwn lets people add to the graph.
func TestReplaceKeepsWhatIsNotItsOwn(t *testing.T) {
	s := connect(t)
	prefix := newPrefix(t, s)
	name := prefix + "a"
	d := storetest.Random(9, 20)
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	parameters := map[string]any{"dataset": name, "id": d.Tasks[0].ID, "note": prefix + "note"}
	query(t, s, `
		MATCH (n:Task {dataset: $dataset, id: $id})
		SET n.tasuki_load = 3, n.owner = "me"
		CREATE (n)-[:NOTED]->(:Note {dataset: $note})`, parameters)
	d.Tasks[0].Name = graph.Text("new")
	c, err := s.Replace(t.Context(), name, d)
	if err != nil || c != (graph.Changes{Changed: 1}) {
		t.Errorf("Replace: %+v, %v, want one change", c, err)
	}
	rows := query(t, s, `MATCH (n:Task {dataset: $dataset, id: $id})-[:NOTED]->(:Note) RETURN n.tasuki_load, n.owner, n.name`, parameters)
	if len(rows) != 1 || rows[0][0] != int64(3) || rows[0][1] != "me" || rows[0][2] != "new" {
		t.Errorf("the node and its note are %v", rows)
	}
	// The relationship keeps the task; where it need not, the note stays.
	var hangs *Attached
	if _, err := s.Replace(t.Context(), name, graph.Dataset{}); !errors.As(err, &hangs) || hangs.Count != 1 || !strings.Contains(err.Error(), "nothing was changed") {
		t.Errorf("Replace: %v, want an error about one relationship", err)
	}
	if c, err := s.Replace(t.Context(), name, d); err != nil || c != (graph.Changes{}) {
		t.Errorf("Replace after a refusal: %+v, %v, want no change", c, err)
	}
	if _, err := s.ReplaceOn(t.Context(), name, graph.Dataset{}, Terms{Detach: true}); err != nil {
		t.Fatal(err)
	}
	if rows := query(t, s, `MATCH (n:Note {dataset: $note}) RETURN n`, parameters); len(rows) != 1 {
		t.Errorf("%d notes are left, want 1", len(rows))
	}
	if rows := query(t, s, `MATCH (n {dataset: $dataset}) RETURN n`, parameters); len(rows) != 1 {
		t.Errorf("%d nodes are left of an empty dataset, want its own only", len(rows))
	}
}

func TestCountsEqualTheDataset(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	d := storetest.Random(10, 60)
	c, err := s.Replace(t.Context(), name, d)
	if err != nil {
		t.Fatal(err)
	}
	parameters := map[string]any{"dataset": name}
	nodes := query(t, s, `MATCH (n {dataset: $dataset}) RETURN count(n)`, parameters)[0][0].(int64)
	links := query(t, s, `MATCH ({dataset: $dataset})-[r]->({dataset: $dataset}) RETURN count(r)`, parameters)[0][0].(int64)
	if c.Created != int(nodes+links) {
		t.Errorf("Replace reports %d created, and the database holds %d nodes and %d relationships", c.Created, nodes, links)
	}
	for statement, want := range map[string]int{
		`MATCH (n:Task {dataset: $dataset}) RETURN count(n)`:                                                             len(d.Tasks),
		`MATCH (n:Organization {dataset: $dataset}) RETURN count(n)`:                                                     len(d.Organizations),
		`MATCH (:Organization {dataset: $dataset})-[r:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED]->(:Task) RETURN count(r)`: len(d.Assignments),
		`MATCH (:Organization {dataset: $dataset})-[r:SUPPLIES]->(:Component) RETURN count(r)`:                           len(d.Supplies),
	} {
		if got := query(t, s, statement, parameters)[0][0]; got != int64(want) {
			t.Errorf("%s: %v, want %d", statement, got, want)
		}
	}
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore"
	"tasuki/graph/neo4jstore/model"
	"tasuki/internal/seeds"
	"tasuki/queries"
)

// cypher runs statements as another application would, and returns the first value
// of the last one's answer.
func cypher(t *testing.T, params map[string]any, statements ...string) any {
	t.Helper()
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	driver, err := neo4j.NewDriverWithContext(os.Getenv(addressVariable), neo4j.BasicAuth(login.User, login.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(context.Background())
	var last any
	for _, s := range statements {
		result, err := neo4j.ExecuteQuery(context.Background(), driver, s, params, neo4j.EagerResultTransformer)
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		if len(result.Records) > 0 {
			last = result.Records[0].Values[0]
		}
	}
	return last
}

// foreign returns statements that put into a database what others might: nodes with
// our labels and the dataset's name, relationships of our types among ours and
// theirs in every direction, copies of ours, those of another dataset, and things of
// other labels and types. All but what belongs to $other has the property foreign.
func foreign() []string {
	var list []string
	for _, p := range model.Parts() {
		if p.From != "" {
			continue
		}
		list = append(list, strings.NewReplacer("LABEL", p.Name).Replace(`
CREATE (:LABEL {foreign: true, dataset: $dataset, id: 'foreign LABEL', name: 'x', kind: 'vendor', timing: 'daily', content: 'x', lead_rule: 'any'})
CREATE (:LABEL {foreign: true, dataset: $dataset})
CREATE (:LABEL {foreign: true})
WITH 1 AS one
MATCH (n:LABEL {tasuki: $dataset}) WITH n ORDER BY n.id LIMIT 5
CREATE (c:LABEL) SET c = n{.*, tasuki: null, foreign: true}
CREATE (n)-[:NOTED {foreign: true}]->(:Note {foreign: true, dataset: $dataset})`))
	}
	const create = `
CREATE (a)-[r:TYPE]->(b) SET r = {foreign: true}
CREATE (a)-[s:TYPE]->(b) SET s = {foreign: true, dataset: $dataset, start: true, goal: true, reading: 'uncertain', flow: 'hardware-fault'}`
	for _, p := range model.Parts() {
		if p.From == "" {
			continue
		}
		for _, s := range []string{
			`MATCH (a:FROM {tasuki: $dataset}), (b:TO {tasuki: $dataset}) WITH a, b ORDER BY b.id, a.id DESC LIMIT 60` + create + `
CREATE (a)-[o:TYPE]->(b) SET o = {foreign: true, tasuki: $other}`,
			`MATCH (a:FROM {tasuki: $dataset})-[r:TYPE]->(b:TO {tasuki: $dataset}) WITH a, r, b LIMIT 60
CREATE (a)-[c:TYPE]->(b) SET c = r{.*, tasuki: null, foreign: true, dataset: $dataset}`,
			`MATCH (a:FROM {tasuki: $dataset}), (b:TO {foreign: true}) WITH a, b ORDER BY a.id LIMIT 60` + create,
			`MATCH (a:FROM {foreign: true}), (b:TO {tasuki: $dataset}) WITH a, b ORDER BY b.id LIMIT 60` + create,
			`MATCH (a:FROM {foreign: true}), (b:TO {foreign: true}) WITH a, b LIMIT 20` + create,
			`MATCH (a:FROM {tasuki: $dataset}), (b:TO {tasuki: $other}) WITH a, b LIMIT 20` + create,
			`MATCH (a:FROM {tasuki: $other}), (b:TO {tasuki: $dataset}) WITH a, b LIMIT 20` + create,
		} {
			list = append(list, strings.NewReplacer("FROM", p.From, "TYPE", p.Name, "TO", p.To).Replace(s))
		}
	}
	return list
}

// forget deletes what foreign has made.
func forget(t *testing.T) {
	t.Helper()
	cypher(t, nil, `MATCH ()-[r {foreign: true}]->() DELETE r`, `MATCH (n {foreign: true}) DETACH DELETE n`)
}

const countForeign = `RETURN COUNT { ({foreign: true}) } + 1000000 * COUNT { ()-[{foreign: true}]->() }`

// answers returns what every question of the catalogue, every analysis, the account,
// the check, the report and the export say about a dataset.
func answers(t *testing.T, address string) map[string]string {
	t.Helper()
	said := map[string]string{}
	sample := map[string]string{"flow": "hardware-fault", "organization": "ops", "organizations": "ops", "task": "3-24", "kind": "vendor"}
	for i, q := range queries.All() {
		if seeds.Race && i%4 > 0 {
			continue
		}
		line, other := []string{"query", "run", q.Name, "--store", address, "--output", "csv"}, []string(nil)
		for _, p := range q.Params[1:] {
			switch {
			case p.Required:
				line = append(line, "--param", p.Name+"="+sample[p.Name])
			case p.Name == "without":
				other = append(other, "--param", "without=ops")
			case len(p.Words) > 0:
				other = append(other, "--param", p.Name+"="+p.Words[0])
			}
		}
		said[q.Name] = succeed(t, line...)
		if other != nil {
			said[q.Name+fmt.Sprint(other)] = succeed(t, append(line, other...)...)
		}
	}
	for _, k := range kinds() {
		said["analyze "+k.name] = succeed(t, "analyze", k.name, address, "--output", "json")
	}
	for _, verb := range []string{"account", "check", "export"} {
		_, said[verb], _ = tasuki(t, verb, address)
	}
	folder := t.TempDir()
	succeed(t, "report", address, "-o", folder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		said["report "+e.Name()] = string(read(t, folder, e.Name()))
	}
	return said
}

func TestForeignFactsChangeNoAnswer(t *testing.T) {
	address := database(t)
	_, name, _ := strings.Cut(address, "#")
	params := map[string]any{"dataset": name, "other": name + "-other"}
	t.Cleanup(func() { forget(t) })
	succeed(t, "load", pension, "--store", address)
	succeed(t, "load", helpdesk, "--store", address+"-other")
	want := answers(t, address)

	cypher(t, params, foreign()...)
	before := cypher(t, params, countForeign)
	got := answers(t, address)
	for _, about := range slices.Sorted(maps.Keys(want)) {
		if got[about] != want[about] {
			t.Errorf("%s: other answers beside foreign facts:\n%.300s\nwant\n%.300s", about, got[about], want[about])
		}
	}

	succeed(t, "analyze", "--write", address)
	if n := cypher(t, params, `MATCH (n {foreign: true}) WHERE any(k IN keys(n) WHERE k STARTS WITH 'tasuki_') RETURN count(n)`); n != int64(0) {
		t.Errorf("analyze --write wrote on %v foreign nodes", n)
	}
	if got := succeed(t, "load", pension, "--store", address, "--output", "json"); got != `{"created":0,"changed":0,"deleted":0}`+"\n" {
		t.Errorf("a load of the same beside foreign facts: %s", got)
	}
	code, stdout, stderr := tasuki(t, "load", helpdesk, "--store", address, "--replace")
	if code != exitFailure || stdout != "" || !strings.Contains(stderr, "nothing was changed") || !strings.Contains(stderr, "--detach-foreign") {
		t.Errorf("a load that deletes nodes with foreign relationships: exit %d\n%s%s", code, stdout, stderr)
	}
	if code, _, stderr := tasuki(t, "datasets", "--store", address, "--drop", name, "--yes"); code != exitFailure || !strings.Contains(stderr, ")-[:ABOUT]->(:Flow ") {
		t.Errorf("dropping nodes with foreign relationships: exit %d\n%s", code, stderr)
	}
	if after := cypher(t, params, countForeign); after != before {
		t.Errorf("foreign things are %v, and were %v", after, before)
	}
	if got := succeed(t, "export", address); got != want["export"] {
		t.Error("the dataset has changed")
	}
	nodes := cypher(t, params, `RETURN COUNT { ({foreign: true}) }`)
	succeed(t, "datasets", "--store", address, "--drop", name, "--yes", "--detach-foreign")
	if after := cypher(t, params, `RETURN COUNT { ({foreign: true}) }`); after != nodes {
		t.Errorf("foreign nodes are %v, and were %v", after, nodes)
	}
	if !bytes.Contains([]byte(succeed(t, "datasets", "--store", address)), []byte(name+"-other")) {
		t.Error("the other dataset has gone")
	}
}

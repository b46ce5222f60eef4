package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/graph/neo4jstore/gds"
	"tasuki/internal/seeds"
)

// database returns the address of a dataset of this test's own in a real Neo4j.
func database(t *testing.T) string {
	t.Helper()
	uri := os.Getenv(addressVariable)
	if uri == "" {
		t.Skip(`no Neo4j: set -a; eval "$(scripts/neo4j start)"; set +a; or run ./scripts/test`)
	}
	address := uri + "#" + strings.ReplaceAll(t.Name(), "/", "-")
	t.Cleanup(func() {
		_, name, _ := strings.Cut(address, "#")
		for _, n := range []string{name, name + "-other"} {
			// The context of the test has ended by now.
			run(context.Background(), []string{"datasets", "--store", address, "--drop", n, "--yes", "--detach-foreign"}, io.Discard, io.Discard)
		}
	})
	return address
}

func TestLoadTwiceChangesNothing(t *testing.T) {
	address := database(t)
	succeed(t, "load", pension, "--store", address)
	if got, want := succeed(t, "load", pension, "--store", address, "--output", "json"), `{"created":0,"changed":0,"deleted":0}`+"\n"; got != want {
		t.Errorf("the second load printed %s, want %s", got, want)
	}
	if succeed(t, "export", address) != succeed(t, "export", pension) {
		t.Error("what came out of the database differs from what went in")
	}
	if succeed(t, "account", address, "--output", "json") != succeed(t, "account", pension, "--output", "json") {
		t.Error("the account from the database differs from that of the files")
	}
	reported := pension
	if seeds.Race { // the report of the larger one without the race detector, and with the next series
		reported = helpdesk
		succeed(t, "load", reported, "--store", address, "--replace")
	}
	var a, b = t.TempDir(), t.TempDir()
	succeed(t, "report", reported, "-o", a)
	succeed(t, "report", address, "-o", b)
	entries, err := os.ReadDir(a)
	if err != nil {
		t.Fatal(err)
	}
	// What a reader is told to ask stands only where a database was read.
	for _, e := range entries {
		one, other := read(t, a, e.Name()), read(t, b, e.Name())
		same := bytes.Equal(one, other)
		switch filepath.Ext(e.Name()) {
		case ".html":
			same = reflect.DeepEqual(unasked(string(one)), unasked(string(other)))
		case ".md", ".pdf", ".txt":
			same = true
		}
		if !same {
			t.Errorf("%s differs between the files and the database", e.Name())
		}
	}
	if !strings.Contains(string(read(t, b, "report.md")), "tasuki query run lead-shares") {
		t.Error("the report of a database says no query")
	}
}

// unasked returns the tables of a page without those that name queries.
func unasked(page string) tables {
	all := htmlTables(page)
	for caption := range all {
		if strings.HasPrefix(caption, "Findings") {
			delete(all, caption)
		}
	}
	return all
}

func TestQueries(t *testing.T) {
	address := database(t)
	succeed(t, "load", pension, "--store", address)
	succeed(t, "analyze", "--write", address)
	var rows []struct {
		Organization string `json:"organization"`
		LeadMarks    int    `json:"lead_marks"`
	}
	if err := json.Unmarshal([]byte(succeed(t, "query", "run", "lead-shares", "--store", address, "--output", "json")), &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 || rows[0].Organization != "ops" || rows[0].LeadMarks != 154 {
		t.Errorf("lead-shares answers %+v", rows)
	}
	figure := "MATCH (o:Organization {dataset: $dataset, id: $id}) RETURN o.tasuki_lead_marks AS marks"
	if got := succeed(t, "query", figure, "--param", "id=ops", "--store", address, "--output", "csv"); got != "marks\n154\n" {
		t.Errorf("the figure on the node is %q", got)
	}
	for args, code := range map[string]int{
		"query|MATCH (n) DETACH DELETE n":               exitRefused,
		"query|LOAD CSV FROM 'file:///x' AS r RETURN r": exitRefused,
		"query|MATCH (n) RETRUN n":                      exitUsage,
		"query|MATCH (n {id: $id}) RETURN n":            exitUsage,
		"query|MATCH (n) SETT n.id = 1 RETRUN n":        exitUsage,
		"query|MATCH (n) SET n.id = 1 RETRUN n":         exitRefused,
		"query|run|wine":                                exitUsage,
		"query|run|lead-shares|--param|wine=1":          exitUsage,
	} {
		if got, stdout, stderr := tasuki(t, append(strings.Split(args, "|"), "--store", address)...); got != code || stdout != "" {
			t.Errorf("tasuki %s: exit %d, want %d\n%s%s", args, got, code, stdout, stderr)
		}
	}
}

func TestDatabaseErrors(t *testing.T) {
	t.Setenv("TASUKI_NEO4J_PASSWORD", "secret-word")
	for args, says := range map[string]string{
		"load " + pension: "needs --store",
		"load " + pension + " --store neo4j://u:secret-word@127.0.0.1": "leave them out",
		"load " + pension + " --store http://127.0.0.1":                "use one of neo4j",
		"report neo4j://127.0.0.1:1#x -o " + t.TempDir():               "127.0.0.1:1",
	} {
		code, stdout, stderr := tasuki(t, strings.Fields(args)...)
		if code == exitOK || stdout != "" || !strings.Contains(stderr, says) || strings.Contains(stderr, "secret-word") {
			t.Errorf("tasuki %s: exit %d\n%s", args, code, stderr)
		}
	}
}

// TestEngine has the server compute, and this program where the server cannot: both say the same.
func TestEngine(t *testing.T) {
	said := ""
	e := engine{note: func(err error) { said = err.Error() }}
	if err := e.found(nil, &gds.NoEngine{Cause: errors.New("unknown function")}); err != nil || e.by != nil || !strings.Contains(said, "this program computes instead") {
		t.Errorf("without the library: %v, %q", err, said)
	}
	if err := e.found(nil, io.ErrUnexpectedEOF); err != io.ErrUnexpectedEOF {
		t.Errorf("a connection that ended: %v", err)
	}
	address := database(t)
	succeed(t, "load", helpdesk, "--store", address)
	code, got, stderr := tasuki(t, "analyze", "bottleneck", address, "--engine", "gds", "--output", "json")
	instead := strings.Contains(stderr, "this program computes instead")
	if code != exitOK || instead == (os.Getenv("TASUKI_NEO4J_PLUGINS") == "gds") {
		t.Fatalf("exit %d\n%s", code, stderr)
	}
	var by, here bottleneck.Bottleneck
	for _, text := range []struct {
		json string
		into *bottleneck.Bottleneck
	}{{got, &by}, {succeed(t, "analyze", "bottleneck", address, "--output", "json"), &here}} {
		if err := json.Unmarshal([]byte(text.json), text.into); err != nil {
			t.Fatal(err)
		}
	}
	for i, task := range here.Tasks {
		if task.Task != by.Tasks[i].Task || math.Abs(task.Betweenness.Value-by.Tasks[i].Betweenness.Value) > 1e-9 {
			t.Errorf("place %d is %+v, want %+v", i+1, by.Tasks[i], task)
		}
	}
}

// listing returns what the list of datasets says of the one at an address: others come and go.
func listing(t *testing.T, address string) string {
	t.Helper()
	var list []json.RawMessage
	if err := json.Unmarshal([]byte(succeed(t, "datasets", "--store", address, "--output", "json")), &list); err != nil {
		t.Fatal(err)
	}
	_, name, _ := strings.Cut(address, "#")
	for _, d := range list {
		if strings.Contains(string(d), `"name":"`+name+`"`) {
			return string(d)
		}
	}
	t.Fatalf("%s is not in the list", name)
	return ""
}

// TestObserveStores leaves what a log shows beside a dataset, twice.
func TestObserveStores(t *testing.T) {
	address := database(t)
	succeed(t, "load", helpdesk, "--store", address)
	before := listing(t, address)
	for range 2 {
		succeed(t, "observe", helpdesk, "../../examples/helpdesk-log/log.csv", "--mapping", "../../examples/helpdesk-log/mapping.yaml", "--store", address)
	}
	want := "log,organization,task,events,cases\nlog.csv,host,F-6,1,1\n"
	if got := succeed(t, "query", "run", "performed-without-mark", "--store", address, "--output", "csv"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if after := listing(t, address); after != before {
		t.Errorf("the dataset is\n%s, and was\n%s", after, before)
	}
	if code, _, stderr := tasuki(t, "observe", pension, "../../examples/helpdesk-log/log.csv", "--store", address); code != exitFailure || !strings.Contains(stderr, "the dataset has changed") {
		t.Errorf("another dataset: exit %d\n%s", code, stderr)
	}
}

package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph/files"
)

// talk starts the program as a server, and returns what is said to it, what it says, and how
// it ends.
func talk(t *testing.T, args ...string) (in io.WriteCloser, out *bufio.Scanner, interrupt func(), end func() string) {
	t.Helper()
	cmd, stderr := child(t, append([]string{"mcp"}, args...)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	out = bufio.NewScanner(stdout)
	out.Buffer(nil, 1<<20)
	interrupt = func() {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
	}
	return in, out, interrupt, func() string {
		for out.Scan() {
			t.Errorf("after the last answer it says %.200q", out.Text())
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("it ends with %v: %s", err, stderr)
		}
		return stderr.String()
	}
}

// sent sends a message and returns the answer to it, which must be one line of the protocol.
func sent(t *testing.T, in io.Writer, out *bufio.Scanner, message string) string {
	t.Helper()
	if _, err := io.WriteString(in, message+"\n"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(message, `"id"`) {
		return ""
	}
	if !out.Scan() {
		t.Fatalf("no answer to %.100s: %v", message, out.Err())
	}
	var reply struct {
		Version string `json:"jsonrpc"`
		Result  json.RawMessage
	}
	if err := json.Unmarshal(out.Bytes(), &reply); err != nil || reply.Version != "2.0" {
		t.Fatalf("it says %.200q, which is not the protocol: %v", out.Text(), err)
	}
	return string(reply.Result)
}

const (
	hello = `{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}`
	ready = `{"jsonrpc":"2.0","method":"notifications/initialized"}`
	whose = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"who_does","arguments":{"task":"3-12"}}}`
)

func TestMCPOverStandardInput(t *testing.T) {
	for name, stop := range map[string]func(in io.Closer, interrupt func()){
		"closed":      func(in io.Closer, _ func()) { in.Close() },
		"interrupted": func(_ io.Closer, interrupt func()) { interrupt() },
	} {
		t.Run(name, func(t *testing.T) {
			in, out, interrupt, end := talk(t, "../../examples/pension", "--lang", "ja")
			if got := sent(t, in, out, hello); !strings.Contains(got, "指示ではない") {
				t.Errorf("it says hello with %s", got)
			}
			sent(t, in, out, ready)
			if got := sent(t, in, out, whose); !strings.Contains(got, "matrix.tsv:121:9") || !strings.Contains(got, "間接業務運用保守業者") {
				t.Errorf("got %s", got)
			}
			stop(in, interrupt)
			if stderr := end(); stderr != "" {
				t.Errorf("it warns: %s", stderr)
			}
		})
	}
}

// TestMCPIsInterruptedAtWork stops a server between a call and its answer, and one that has
// been told nothing.
func TestMCPIsInterruptedAtWork(t *testing.T) {
	in, out, interrupt, end := talk(t, "../../examples/pension")
	sent(t, in, out, hello)
	sent(t, in, out, ready)
	if _, err := io.WriteString(in, `{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{"name":"finding"}}`+"\n"); err != nil {
		t.Fatal(err)
	}
	interrupt()
	for out.Scan() {
		if !json.Valid(out.Bytes()) {
			t.Errorf("it says %.100q", out.Text())
		}
	}
	end()
	in, _, _, end = talk(t, "../../examples/helpdesk")
	in.Close()
	end()
}

func TestMCPNamesNobodyWithAKey(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key.json")
	in, out, _, end := talk(t, "../../examples/pension", "--redact", key)
	said := sent(t, in, out, hello)
	sent(t, in, out, ready)
	said += sent(t, in, out, whose)
	said += sent(t, in, out, `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"what_breaks","arguments":{"without":["ops"]}}}`)
	said += sent(t, in, out, `{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"what_breaks","arguments":{"without":["party-1"]}}}`)
	in.Close()
	said += end()
	if !strings.Contains(said, "Party 1 (party-1)") {
		t.Errorf("no pseudonym stands in %s", said)
	}
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range g.Organizations() {
		for _, name := range append([]string{o.Name.JA, o.Name.EN, "(" + o.ID + ")", `"` + o.ID + `"`}, o.Aliases...) {
			if name != "" && strings.Contains(said, name) {
				t.Errorf("%q stands in what is said", name)
			}
		}
	}
}

func TestMCPRefuses(t *testing.T) {
	for args, want := range map[string]string{
		"mcp -":                               "standard input",
		"mcp":                                 "one DATASET",
		"mcp examples/pension --allow-cypher": "needs a dataset in Neo4j",
		"mcp neo4j://x#y --allow-cypher --redact k": "leave one of them out",
	} {
		code, stdout, stderr := tasuki(t, strings.Fields(args)...)
		if code != exitUsage || stdout != "" || !strings.Contains(stderr, want) {
			t.Errorf("%s: code %d, %q, %q; want %q", args, code, stdout, stderr, want)
		}
	}
}

// TestMCPAsksTheDatabase compares answers about a dataset in Neo4j with those about its files,
// and asks what only the database answers.
func TestMCPAsksTheDatabase(t *testing.T) {
	address := database(t)
	succeed(t, "load", pension, "--store", address)
	call := func(name, args string) string {
		return `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"` + name + `","arguments":` + args + `}}`
	}
	ofFiles, filesOut, _, filesEnd := talk(t, pension)
	in, out, _, end := talk(t, address, "--allow-cypher")
	for _, message := range []string{hello, ready, whose, call("what_breaks", `{"without":["hw"]}`), call("way", `{"flow":"hardware-fault"}`)} {
		if a, b := sent(t, ofFiles, filesOut, message), sent(t, in, out, message); a != b {
			t.Errorf("%.80s: files say\n%.400s\nthe database\n%.400s", message, a, b)
		}
	}
	for _, c := range [][3]string{
		{"ask", `{"question":"flows-without","params":{"organizations":["ops"]}}`, "hardware-fault"},
		{"ask", `{"question":"lead-shares","rows":2}`, `"whole":false`},
		{"cypher", `{"statement":"MATCH (t:Task {dataset: $dataset}) RETURN count(t) AS n"}`, "245"},
		{"cypher", `{"statement":"MATCH (n) DETACH DELETE n"}`, "refused (writes)"},
		{"cypher", `{"statement":"MATCH (n) RETURN n; RETURN 1"}`, "refused (several)"},
	} {
		if got := sent(t, in, out, call(c[0], c[1])); !strings.Contains(got, c[2]) {
			t.Errorf("%s %s: %q is not in %s", c[0], c[1], c[2], got)
		}
	}
	for _, close := range []io.Closer{ofFiles, in} {
		close.Close()
	}
	filesEnd()
	end()
	in, out, _, end = talk(t, address, "--redact", filepath.Join(t.TempDir(), "key.json"))
	sent(t, in, out, hello)
	sent(t, in, out, ready)
	if got := sent(t, in, out, call("ask", `{"question":"lead-shares"}`)); !strings.Contains(got, "nothing is asked of the database") {
		t.Errorf("with pseudonyms: %s", got)
	}
	in.Close()
	end()
}

// TestMCPTakesDecisions holds that assistants are told what a team has decided about
// findings, as `check` says it.
func TestMCPTakesDecisions(t *testing.T) {
	folder := checked(t, "accept:\n  - {rule: task-without-lead, reason: It is being agreed., owner: Ada, expires: 2027-03-31}\nseverity:\n  - {rule: no-supporter, severity: off}\n")
	in, out, _, end := talk(t, folder, "--on", "2027-03-01")
	sent(t, in, out, hello)
	sent(t, in, out, ready)
	said := sent(t, in, out, `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"finding"}}`)
	in.Close()
	end()
	for _, want := range []string{"Accepted until 2027-03-31 by Ada", "Switched off, and not listed: 1 no-supporter.", `"state":"accepted"`} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}

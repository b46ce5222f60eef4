package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/queries"
)

// TestEveryFindingNamesItsQuery holds the rules to the catalogue.
func TestEveryFindingNamesItsQuery(t *testing.T) {
	for _, rule := range findings.LintRules() {
		if _, err := queries.Get(rule.Query); err != nil && rule.Query != "" {
			t.Errorf("rule %s: %v", rule.ID, err)
		}
	}
}

// TestQueryNumbers refuses numbers that mean nothing, before anything is asked.
func TestQueryNumbers(t *testing.T) {
	t.Setenv("TASUKI_NEO4J_PASSWORD", "secret-word")
	for _, command := range []string{"query RETURN", "query run lead-shares"} {
		for flag, says := range map[string]string{
			"--rows=-1":                     "at least 1",
			"--rows=0":                      "at least 1",
			"--rows=1.5":                    "invalid argument",
			"--rows=99999999999999999999":   "invalid argument",
			"--timeout=-1s":                 "above 0",
			"--timeout=0":                   "above 0",
			"--timeout=1":                   "invalid argument",
			"--timeout=25h":                 "at most 24h",
			"--timeout=2540400h":            "at most 24h",
			"--timeout=99999999h":           "invalid argument",
			"--bytes=-1":                    "above 0",
			"--bytes=0":                     "above 0",
			"--bytes=0MiB":                  "above 0",
			"--bytes=":                      "whole number",
			"--bytes=MiB":                   "whole number",
			"--bytes=1.5MiB":                "whole number",
			"--bytes=1TB":                   "whole number",
			"--bytes=9223372036854775808":   "too large",
			"--bytes=9007199254740993GiB":   "too large",
			"--bytes=99999999999999999999B": "too large",
		} {
			code, stdout, stderr := tasuki(t, append(strings.Fields(command), flag, "--store", "neo4j://127.0.0.1:1#x")...)
			if code != exitUsage || stdout != "" || !strings.Contains(stderr, says) {
				t.Errorf("%s %s: exit %d, want %q\n%s%s", command, flag, code, says, stdout, stderr)
			}
		}
	}
	code, _, stderr := tasuki(t, "query", "RETURN 1", "--rows=-1", "--timeout=-1s", "--store", "neo4j://127.0.0.1:1#x")
	if code != exitUsage || !strings.Contains(stderr, "--rows") || !strings.Contains(stderr, "--timeout") {
		t.Errorf("exit %d, want both faults\n%s", code, stderr)
	}
}

// TestCutAnswers has answers break off for each reason, in each format.
func TestCutAnswers(t *testing.T) {
	address := database(t)
	succeed(t, "load", pension, "--store", address)
	for reason, c := range map[string]struct {
		args []string
		rows bool // some rows come before the end
	}{
		"rows":      {[]string{"UNWIND range(1, 1000) AS x RETURN x", "--rows", "10"}, true},
		"bytes":     {[]string{"UNWIND range(1, 1000) AS x RETURN reduce(s = 'x', i IN range(1, 10) | s + s) AS x", "--bytes", "5KiB"}, true},
		"time":      {[]string{"UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x", "--timeout", "1s"}, false},
		"/ by zero": {[]string{"UNWIND [1, 1, 0] AS x RETURN 1 / x AS x"}, true},
		"at row 1;": {[]string{"RETURN range(1, 10000) AS x", "--bytes", "5KiB"}, false},
	} {
		for _, format := range []string{"table", "json", "jsonl", "csv"} {
			code, stdout, stderr := tasuki(t, append(append([]string{"query"}, c.args...), "--output", format, "--store", address)...)
			if code != exitFailure || !strings.Contains(stderr, reason) || strings.Count(stderr, "\n") != 1 {
				t.Errorf("%s, %s: exit %d\n%s", reason, format, code, stderr)
			}
			if !c.rows && stdout != "" || c.rows && !strings.Contains(stdout, "cut off after") || strings.Contains(stdout, " rows)\n") || strings.HasSuffix(stdout, "]\n") {
				t.Errorf("%s, %s: got\n%s", reason, format, stdout)
			}
		}
		drawing := filepath.Join(t.TempDir(), "a.svg")
		code, stdout, stderr := tasuki(t, append(append([]string{"query"}, c.args...), "-o", drawing, "--store", address)...)
		if _, err := os.Stat(drawing); code != exitFailure || stdout != "" || err == nil || !strings.Contains(stderr, reason) {
			t.Errorf("%s, drawn: exit %d, %v\n%s%s", reason, code, err, stdout, stderr)
		}
	}
}

// TestQueryExplains asks for plans and for the schema.
func TestQueryExplains(t *testing.T) {
	address := database(t)
	succeed(t, "load", pension, "--store", address)
	for args, want := range map[string]string{
		"EXPLAIN MATCH (t:Task {dataset: $dataset}) RETURN t.id":                            "step,parent,operator,details,estimated_rows\n1,,ProduceResults,",
		"PROFILE MATCH (t:Task {dataset: $dataset}) RETURN count(*)":                        "step,parent,operator,details,estimated_rows,rows,db_hits\n1,,ProduceResults,",
		"SHOW CONSTRAINTS YIELD name WHERE name = 'tasuki_marked_Task' RETURN name":         "name\ntasuki_marked_Task\n",
		"SHOW DATABASES YIELD name, access WHERE name = 'system' RETURN name":               "name\nsystem\n",
		"RETURN 1 AS `\x1b]0;x\a`, 'a\u202e\u009b' AS b":                                    `\x1b]0;x\a,b` + "\n" + `1,a\u202e\u009b` + "\n",
		"SHOW INDEXES YIELD name, type WHERE name = 'tasuki_marked_Task' RETURN name, type": "name,type\ntasuki_marked_Task,RANGE\n",
	} {
		if got := succeed(t, "query", args, "--store", address, "--output", "csv"); !strings.HasPrefix(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", args, got, want)
		}
	}
	code, _, stderr := tasuki(t, "query", "RETURN date('\x1b[31mx') AS x", "--store", address)
	if code != exitFailure || strings.Contains(stderr, "\x1b") || !strings.Contains(stderr, `\x1b[31m`) {
		t.Errorf("exit %d, and the error is %q", code, stderr)
	}
}

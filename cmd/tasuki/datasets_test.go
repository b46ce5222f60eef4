package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// answering runs a command line on whose terminal somebody types an answer.
func answering(t *testing.T, answer string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	root := newRoot()
	root.SetIn(strings.NewReader(answer))
	var out, errs bytes.Buffer
	code = execute(t.Context(), root, args, &out, &errs)
	return code, out.String(), errs.String()
}

func TestLoadAsksBeforeItDeletes(t *testing.T) {
	address := database(t)
	succeed(t, "load", pension, "--store", address)
	before := succeed(t, "export", address)
	for _, c := range []struct {
		answer string
		code   int
	}{{"", exitFailure}, {"n\n", exitFailure}, {"\n", exitFailure}, {"y\n", exitOK}} {
		code, stdout, stderr := answering(t, c.answer, "load", helpdesk, "--store", address)
		if code != c.code || !strings.Contains(stderr, "delete 1880 of its facts") {
			t.Errorf("answering %q: exit %d\n%s%s", c.answer, code, stdout, stderr)
		}
		if code == exitFailure && (stdout != "" || !strings.Contains(stderr, "nothing was changed") || !strings.Contains(stderr, "--replace") || succeed(t, "export", address) != before) {
			t.Errorf("answering %q: it does not say that nothing was changed, or something was\n%s", c.answer, stderr)
		}
	}
	if code, _, stderr := tasuki(t, "load", pension, "--store", address); code != exitFailure || strings.Contains(stderr, "[y/N]") || !strings.Contains(stderr, "--replace") {
		t.Errorf("without a terminal: exit %d\n%s", code, stderr)
	}
	succeed(t, "load", pension, "--store", address, "--replace")
	if succeed(t, "export", address) != before {
		t.Error("--replace does not replace")
	}
}

func TestMissingDatasetIsAnError(t *testing.T) {
	address := database(t)
	succeed(t, "load", helpdesk, "--store", address)
	server, name, _ := strings.Cut(address, "#")
	mistyped := name[1:]
	for line, code := range map[string]int{
		"query run totals --store " + server + "#" + mistyped:                 exitFailure,
		"query run totals --store " + server + " --param dataset=" + mistyped: exitFailure,
		"query run totals --store " + server:                                  exitUsage,
		"query RETURN+1 --store " + server + "#" + mistyped:                   exitFailure,
		"query MATCH(n{tasuki:$dataset})RETURN+n --store " + server:           exitUsage,
		"report " + server + "#" + mistyped + " -o " + t.TempDir():            exitFailure,
		"report " + server + " -o " + t.TempDir():                             exitUsage,
		"analyze loss " + server + "#" + mistyped:                             exitFailure,
		"analyze --write " + server + "#" + mistyped:                          exitFailure,
		"analyze --write " + server:                                           exitUsage,
		"draw matrix " + server + "#" + mistyped:                              exitFailure,
		"export " + server + "#" + mistyped:                                   exitFailure,
		"check " + server + "#" + mistyped:                                    exitFailure,
		"datasets --yes --drop " + mistyped + " --store " + server:            exitFailure,
		"datasets --yes --rename " + mistyped + " --to x --store " + server:   exitFailure,
	} {
		args := strings.Fields(line)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "+", " ")
		}
		got, stdout, stderr := tasuki(t, args...)
		if got != code || stdout != "" || !strings.Contains(stderr, `"`+name+`"`) {
			t.Errorf("tasuki %s: exit %d, want %d and the name of what is there\n%s%s", line, got, code, stdout, stderr)
		}
	}
	if got := succeed(t, "query", "RETURN 1 AS x", "--store", server, "--output", "csv"); got != "x\n1\n" {
		t.Errorf("a question about no dataset: %q", got)
	}
}

func TestDatasetsCommand(t *testing.T) {
	address := database(t)
	_, name, _ := strings.Cut(address, "#")
	succeed(t, "load", helpdesk, "--store", address)
	var list []struct {
		Name            string
		Tasks, Facts    int
		Loaded, Content string
	}
	if err := json.Unmarshal([]byte(succeed(t, "datasets", "--store", address, "--output", "json")), &list); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, d := range list {
		found = found || d.Name == name && d.Tasks > 0 && d.Facts > d.Tasks && d.Loaded != "" && len(d.Content) == 64
	}
	if !found {
		t.Errorf("the list is %+v", list)
	}
	for _, act := range [][]string{{"--drop", name}, {"--rename", name, "--to", name + "-other"}} {
		args := append([]string{"datasets", "--store", address}, act...)
		if code, stdout, stderr := tasuki(t, args...); code != exitFailure || stdout != "" || !strings.Contains(stderr, "--yes") {
			t.Errorf("%v without a terminal: exit %d\n%s%s", act, code, stdout, stderr)
		}
		if code, _, _ := answering(t, "no\n", args...); code != exitFailure {
			t.Errorf("%v after a no: exit %d", act, code)
		}
	}
	for _, wrong := range [][]string{{"--drop", name, "--rename", name, "--to", "x"}, {"--rename", name}, {"--to", "x"}, {"--detach-foreign"}} {
		if code, _, stderr := tasuki(t, append([]string{"datasets", "--store", address}, wrong...)...); code != exitUsage {
			t.Errorf("%v: exit %d\n%s", wrong, code, stderr)
		}
	}
	if got := succeed(t, "datasets", "--store", address, "--rename", name, "--to", name+"-other", "--yes"); got != name+" is now "+name+"-other\n" {
		t.Errorf("renaming prints %q", got)
	}
	code, _, stderr := answering(t, "y\n", "datasets", "--store", address, "--drop", name+"-other")
	if code != exitOK {
		t.Errorf("dropping after a yes: exit %d\n%s", code, stderr)
	}
	if strings.Contains(succeed(t, "datasets", "--store", address), name) {
		t.Error("a dropped dataset is listed")
	}
}

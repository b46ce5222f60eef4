package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/redact"
)

// TestKeysAtTheSameTime extends one key from many processes, each with another
// dataset, and checks that every output can be read with the key that there is in
// the end.
func TestKeysAtTheSameTime(t *testing.T) {
	const many, each = 8, 5
	for trial := range 3 {
		folder := t.TempDir()
		key := filepath.Join(folder, "key.json")
		var waits []func() string
		for i := range many {
			cmd, stderr := child(t, "export", orgsOnly(t, folder, i, each), "--redact", key)
			var out strings.Builder
			cmd.Stdout = &out
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			waits = append(waits, func() string {
				if err := cmd.Wait(); err != nil {
					t.Errorf("command %d: %v: %s", i, err, stderr)
				}
				return out.String()
			})
		}
		var outputs []string
		for _, wait := range waits {
			outputs = append(outputs, wait())
		}
		var known []redact.Pseudonym
		if err := json.Unmarshal(read(t, folder, "key.json"), &known); err != nil {
			t.Fatal(err)
		}
		numbers := map[int]bool{}
		for _, p := range known {
			numbers[p.Number] = true
		}
		if len(known) != many*each || len(numbers) != many*each {
			t.Errorf("trial %d: %d entries, %d numbers, want %d", trial, len(known), len(numbers), many*each)
		}
		for i, output := range outputs {
			if again := succeed(t, "export", filepath.Join(folder, fmt.Sprintf("d%d.json", i)), "--redact", key); again != output {
				t.Errorf("trial %d: by the key that there is in the end, the output of command %d is\n%s, it was\n%s", trial, i, again, output)
			}
		}
		entries, err := filepath.Glob(filepath.Join(folder, ".*"))
		if err != nil || len(entries) > 0 {
			t.Errorf("%q stay behind, %v", entries, err)
		}
	}
}

// orgsOnly writes a dataset of some organizations that no other has.
func orgsOnly(t *testing.T, folder string, number, many int) string {
	t.Helper()
	var d graph.Dataset
	for i := range many {
		d.Organizations = append(d.Organizations, graph.Organization{ID: fmt.Sprintf("o%d-%d", number, i), Name: graph.Text(fmt.Sprintf("Organization %d of %d", i, number))})
	}
	path := filepath.Join(folder, fmt.Sprintf("d%d.json", number))
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := graph.Encode(f, d); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestKeysThatAreRefused checks that a key which could give a pseudonym two
// meanings, or cannot be kept, is not used, and stays.
func TestKeysThatAreRefused(t *testing.T) {
	folder := t.TempDir()
	example := writeExample(t, folder)
	key := filepath.Join(folder, "key.json")
	for text, says := range map[string]string{
		`[{"number":1,"id":"a","name":{}},{"number":1,"id":"b","name":{}}]`: "a second meaning",
		`[{"number":1,"id":"a","name":{}},{"number":2,"id":"a","name":{}}]`: "a second number",
		`[{"number":0,"id":"a","name":{}}]`:                                 "from 1 to",
		`[{"number":9223372036854775807,"id":"a","name":{}}]`:               "from 1 to",
		`[{"number":1,"id":"","name":{}}]`:                                  "is not empty",
		`[{"number":1,"id":"a","name":{}}`:                                  "unexpected end",
	} {
		if err := os.WriteFile(key, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		code, out, stderr := tasuki(t, "export", example, "--redact", key)
		if code != exitFailure || out != "" || !strings.Contains(stderr, says) {
			t.Errorf("%s: exit %d: %s%s", text, code, out, stderr)
		}
		if got := string(read(t, folder, "key.json")); got != text {
			t.Errorf("%s has become %s", text, got)
		}
	}
	link := filepath.Join(folder, "null.json")
	if err := os.Symlink("/dev/fd/1", link); err != nil {
		t.Fatal(err)
	}
	if code, out, stderr := tasuki(t, "export", example, "--redact", link); code != exitFailure || out != "" || !strings.Contains(stderr, "no regular file") {
		t.Errorf("exit %d: %s%s", code, out, stderr)
	}
	if names, err := filepath.Glob(filepath.Join(folder, ".*")); err != nil || len(names) > 0 {
		t.Errorf("%q stay behind, %v", names, err)
	}
}

// TestTwoOrganizationsOfOneID redacts two datasets that call two organizations by
// one ID. Only the user knows which of them are the same.
func TestTwoOrganizationsOfOneID(t *testing.T) {
	folder := t.TempDir()
	key, example := filepath.Join(folder, "key.json"), writeExample(t, folder)
	text := string(read(t, folder, "example.yaml"))
	for _, c := range []struct{ old, new, says string }{
		{"", "", ""},
		{"name: Acme", "name: {en: Zenith}", "the key knows party-1 under other names"},
		{"name: Acme", "name: Acme, kind: vendor", ""},
	} {
		if err := os.WriteFile(example, []byte(strings.Replace(text, c.old, c.new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		code, _, stderr := tasuki(t, "export", example, "--redact", key)
		if code != exitOK || !strings.Contains(stderr, c.says) || c.says == "" && stderr != "" || strings.Contains(stderr, "Zenith") {
			t.Errorf("%q: exit %d: %s", c.new, code, stderr)
		}
	}
}

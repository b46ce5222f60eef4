package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/graph/redact"
)

func TestTheKeyReadsWhatIsRedacted(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key.json")
	first := succeed(t, "export", pension, "--redact", key)
	text, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(key); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key may be read by others: %v, %v", info.Mode(), err)
	}
	var parties []redact.Pseudonym
	if err := json.Unmarshal(text, &parties); err != nil || len(parties) != 9 || parties[0].Name.JA == "" {
		t.Errorf("the key is %+v, %v", parties, err)
	}
	if again := succeed(t, "export", pension, "--redact", key); again != first {
		t.Error("the same key gives other pseudonyms")
	}
	if after, err := os.ReadFile(key); err != nil || !bytes.Equal(after, text) {
		t.Error("the key has changed")
	}
	if err := os.WriteFile(key, []byte("matrix"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := tasuki(t, "export", pension, "--redact", key); code != exitFailure || !strings.Contains(stderr, "key") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

func TestTheKeyIsKeptApart(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	key := filepath.Join(folder, "key.json")
	if err := os.WriteFile(key, []byte("[]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	example := writeExample(t, folder)
	if err := errors.Join(os.Symlink(key, "other.json"), os.Symlink(folder, "here"), os.Link(key, "hard.json"), os.Mkdir("public", 0o755)); err != nil {
		t.Fatal(err)
	}
	before := listed(t, folder)
	for _, args := range [][]string{
		{"export", example, "--redact", ""},
		{"export", example, "--redact="},
		{"account", example, "--redact", ""},
		{"export", example, "--redact", "-"},
		{"export", example, "--redact", "key.json", "-o", key},
		{"export", example, "--redact", "other.json", "-o", "key.json"},
		{"export", example, "--redact", "key.json", "-o", "other.json"},
		{"export", example, "--redact", "key.json", "-o", "hard.json"},
		{"export", example, "--redact", "new.json", "-o", "./here/new.json"},
		{"draw", "dependencies", example, "--redact", "here/key.json", "-o", "key.json"},
		{"report", example, "--redact", "public/results.json", "-o", "here/public"},
		{"report", example, "--redact", "new/key.json", "-o", "new"},
		{"drill", example, "f", "--redact", "key.json", "-o", "."},
	} {
		code, out, stderr := tasuki(t, args...)
		if code != exitUsage || out != "" || !strings.Contains(stderr, "--redact") {
			t.Errorf("tasuki %q: exit %d: %s%s", args, code, out, stderr)
		}
		if after := listed(t, folder); !maps.Equal(after, before) {
			t.Fatalf("tasuki %q left %q, of %q", args, after, before)
		}
	}
}

// writeExample writes a dataset of one task and one flow into a folder.
func writeExample(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "example.yaml")
	const text = `
organizations: [{id: ops, name: Acme, aliases: [Ajax]}]
tasks: [{id: "1", name: Report}, {id: "2", name: Repair}]
assignments: [{task: "1", organization: ops, role: lead, reading: printed}, {task: "2", organization: ops, role: lead, reading: printed}]
flows: [{id: f, name: Fault, start: ["1"], goal: ["2"], handoffs: [{from: "1", to: "2", kind: report}]}]
`
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// listed returns what stands in the files of a folder and those below it.
func listed(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheKeyIsForTheUserAlone(t *testing.T) {
	folder := t.TempDir()
	example := writeExample(t, folder)
	key, link := filepath.Join(folder, "key.json"), filepath.Join(folder, "link.json")
	if err := os.Symlink(key, link); err != nil {
		t.Fatal(err)
	}
	for _, before := range []string{"", "[]", "[{\"number\":4,\"id\":\"hw\",\"name\":{}}]"} {
		for _, path := range []string{key, link} {
			if err := errors.Join(os.WriteFile(key, []byte(before), 0o644), os.Chmod(key, 0o644)); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				succeed(t, "export", example, "--redact", path)
				if info, err := os.Lstat(key); err != nil || info.Mode() != 0o600 || info.Size() < 10 {
					t.Errorf("the key is %v, %v", info.Mode(), err)
				}
				if err := os.Chmod(key, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link to the key is %v, %v", info.Mode(), err)
	}
}

// TestFlagsTakeDeclaredIDs: who redacts knows the IDs that the dataset declares,
// who reads the result those of the pseudonyms.
func TestFlagsTakeDeclaredIDs(t *testing.T) {
	folder := t.TempDir()
	key := filepath.Join(folder, "key.json")
	for _, c := range []struct{ args, declared, pseudonyms string }{
		{"analyze escalation", "--from desk --without net,group", "--from party-2 --without party-6,party-3"},
		{"analyze escalation", "--to library --flow outage", "--to party-5 --flow outage"},
		{"draw ladder outage", "--without host --without app", "--without party-4 --without party-1"},
		{"draw dependencies", "--focus host --hide desk,app", "--focus party-4 --hide party-2,party-1"},
		{"draw flow outage", "--focus F-3 --hide net", "--focus F-3 --hide party-6"},
	} {
		words := strings.Fields(c.args)
		args := slices.Concat(words[:2], []string{helpdesk}, words[2:], []string{"--redact", key})
		declared := succeed(t, append(args, strings.Fields(c.declared)...)...)
		if pseudonyms := succeed(t, append(args, strings.Fields(c.pseudonyms)...)...); declared != pseudonyms {
			t.Errorf("%s: %s and %s give different results", c.args, c.declared, c.pseudonyms)
		}
	}
	packs := [][]byte{}
	for _, flags := range []string{"--from library --without net", "--from party-5 --without party-6"} {
		pack := filepath.Join(folder, "pack")
		succeed(t, append([]string{"drill", helpdesk, "outage", "--redact", key, "-o", pack}, strings.Fields(flags)...)...)
		packs = append(packs, read(t, pack, "facilitator.html"))
	}
	if !bytes.Equal(packs[0], packs[1]) {
		t.Error("the packs differ")
	}
	code, _, stderr := tasuki(t, "analyze", "escalation", helpdesk, "--redact", key, "--without", "nett")
	if code != exitUsage || !strings.Contains(stderr, `"nett"`) || strings.Contains(stderr, "Network") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	// The ID of a task may name an organization, that of a flow too.
	named := filepath.Join(folder, "named.yaml")
	const text = `
organizations: [{id: ops, name: Acme}]
tasks: [{id: ops-1, name: Report, phase: acme}, {id: ops-2, name: Repair, phase: acme}]
assignments: [{task: ops-1, organization: ops, role: lead, reading: printed}, {task: ops-2, organization: ops, role: lead, reading: printed}]
phases: [{id: acme, name: Phase}]
flows: [{id: acme-fault, name: Fault, start: [ops-1], goal: [ops-2], handoffs: [{from: ops-1, to: ops-2, kind: report}]}]
`
	if err := os.WriteFile(named, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"draw", "flow", named, "acme-fault", "--focus", "ops-2"},
		{"draw", "matrix", named, "--flow", "acme-fault", "--phase", "acme"},
		{"analyze", "spof", named, "--flow", "acme-fault"},
		{"analyze", "escalation", named, "--from", "ops-1", "--to", "ops-2"},
		{"drill", named, "acme-fault", "--from", "ops-1", "-o", filepath.Join(folder, "named")},
	} {
		code, out, stderr := tasuki(t, append(args, "--redact", filepath.Join(folder, "key2.json"))...)
		if code != exitOK || strings.Contains(strings.ToLower(out+stderr), "acme") || strings.Contains(stderr, "ops") {
			t.Errorf("%q: exit %d: %s%s", args, code, out, stderr)
		}
	}
}

func TestNotesOfARecordNameNobody(t *testing.T) {
	folder := t.TempDir()
	key, record := filepath.Join(folder, "key.json"), filepath.Join(folder, "r.csv")
	for _, e := range [][3]string{{"outage", "F-1", "F-2"}, {"outage", "F-3", "net"}, {"City-library", "F-1", "F-2"}} {
		succeed(t, "drill", "record", record, "--time", "2026-03-04", "--flow", e[0], "--from", e[1], "--to", e[2], "--outcome", "confirmed", "--note", "回線業者 called the Service-desk vendor", "--unchecked", "--evaluator", "City clerk", "--finding", "the Service-desk vendor is late", "--owner", "the vendor")
	}
	for _, output := range []string{"text", "json"} {
		for _, lang := range []string{"ja", "en"} {
			got := succeed(t, "drill", "coverage", helpdesk, record, "--redact", key, "--output", output, "--lang", lang)
			if n := strings.Count(got, "party-6 called the party-2"); n == 0 || n != strings.Count(got, "called") {
				t.Errorf("%s prints notes as\n%s", output, got)
			}
			for _, name := range []string{"City", "vendor", "業者"} {
				if output == "json" && strings.Contains(got, name) {
					t.Errorf("%q stands in\n%s", name, got)
				}
			}
		}
	}
	// A record is kept as it is written, so there is nothing to redact.
	if code, _, stderr := tasuki(t, "drill", "record", record, "--redact", key); code != exitUsage || !strings.Contains(stderr, "--redact") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
)

// TestRedactedOutputsNameNobody looks for every declared spelling of every
// organization in all that the commands write about the example.
func TestRedactedOutputsNameNobody(t *testing.T) {
	g, err := files.Open(t.Context(), pension, files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var spellings []string
	for _, o := range g.Organizations() {
		for _, s := range append([]string{o.Name.JA, o.Name.EN}, o.Aliases...) {
			if s != "" {
				spellings = append(spellings, plain(s))
			}
		}
	}
	folder := t.TempDir()
	key := filepath.Join(folder, "key.json")
	outputs := map[string]string{}
	for _, lang := range []string{"ja", "en"} {
		for _, args := range []string{
			"export", "account", "account --output json", "check", "check --output json", "analyze bottleneck", "analyze concentration",
			"analyze loss", "analyze spof", "analyze escalation", "analyze certainty", "analyze spof --output json",
			"draw dependencies", "draw flow hardware-fault", "draw ladder hardware-fault",
			"draw matrix", "draw supplies", "draw concentration", "draw loss",
		} {
			words := strings.Fields(args)
			at := 1
			if words[0] == "analyze" || words[0] == "draw" {
				at = 2
			}
			words = append(words[:at:at], append([]string{pension}, words[at:]...)...)
			if words[0] != "export" {
				words = append(words, "--lang", lang)
			}
			_, out, stderr := tasuki(t, append(words, "--redact", key)...)
			if out == "" {
				t.Errorf("tasuki %v prints nothing; %s", words, stderr)
			}
			outputs[args+" "+lang] = out + stderr
		}
		succeed(t, "report", pension, "--redact", key, "--lang", lang, "-o", filepath.Join(folder, "review-"+lang))
		succeed(t, "drill", pension, "hardware-fault", "--redact", key, "--lang", lang, "-o", filepath.Join(folder, "pack-"+lang))
	}
	err = filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path == key {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && filepath.Ext(path) == ".xlsx" {
			text, err = unzipped(text)
		}
		outputs[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "report.md", "report.xlsx", "results.json", "manifest.txt"} {
		if outputs[filepath.Join(folder, "review-ja", name)] == "" {
			t.Errorf("nothing was looked for in %s", name)
		}
	}
	for what, text := range outputs {
		text = html.UnescapeString(plain(strings.ReplaceAll(text, `\`, "")))
		for _, s := range spellings {
			if at := strings.Index(text, s); at >= 0 {
				t.Errorf("%s names %q: %s", what, s, text[max(0, at-60):min(len(text), at+60)])
			}
		}
	}
}

// unzipped returns the files of a ZIP file, one behind the other.
func unzipped(data []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			return nil, err
		}
		_, err = all.ReadFrom(part)
		if err := errors.Join(err, part.Close()); err != nil {
			return nil, err
		}
	}
	return all.Bytes(), nil
}

// plain returns a text in small letters without white space.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(s)), "")
}

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
	var parties []graph.Pseudonym
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

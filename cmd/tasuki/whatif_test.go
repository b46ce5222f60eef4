package main

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tasuki/analysis/consequence"
	"tasuki/internal/seeds"
)

// TestWhatIf holds what is said first, and the six groups, in both languages.
func TestWhatIf(t *testing.T) {
	for _, c := range []struct {
		args  string
		first string
		says  []string
	}{
		{"--without ops", "Without Back-office operations and maintenance vendor (ops), 16 of 16 flows stop: Backup and restore, Database reorganization, Fault records and reports and 13 more.", []string{
			"Where several organizations lead a task, each covers its own part only.", "Goes away (1)", "which leads 154 tasks",
			"Breaks now: nothing is left of the flow (16)", "- and 6 more (--output json lists all)", "no way without 3-27 Record inquiries and answers (missing: ops)",
			"Left with nobody, wholly or for a part (154)", "missing ops; left for their own part: dev, hw, project-management, storage",
			"Worth a look further down: behind what is lost (17)", "3-24 → 3-73 → 3-74", "60.4 % (ops)  40.9 % (hw)", "16 of 16      0 of 16",
		}},
		{"--without ops --support fallback --lang en", "Without Back-office operations and maintenance vendor (ops), where a supporter stands in, ", []string{
			"Degraded: it takes a supporter who stands in (", "Before the changes: each of several leads is needed, no supporter stands in.",
		}},
		{"--without ops --lang ja", "間接業務運用保守業者（ops）が不在である場合、手順16件のうち16件が止まる：バックアップと復元、データベースの再編成、故障の記録と報告 ほか13件。", []string{
			"なくなる（1）", "止まる：手順に道が残らない（16）", "ほか6件（--output json ですべて表示）", "担当がいなくなる：作業の全部または一部（154）", "その先で確認を要する：失われる作業から引き継がれる（17）",
		}},
		{"--lead 3-28=ops:hw", "With Back-office hardware supplier and maintainer (hw) in place of Back-office operations and maintenance vendor (ops) as lead of task 3-28, none of 16 flows stops.", []string{
			"Touched, a way is left (1)", "done by Back-office hardware supplier and maintainer (hw)",
		}},
		{"--without-task 3-27", "Without task 3-27 Record inquiries and answers, ", []string{"led by Back-office operations"}},
	} {
		out := succeed(t, append([]string{"whatif", pension}, strings.Fields(c.args)...)...)
		if !strings.HasPrefix(out, c.first) {
			first, _, _ := strings.Cut(out, "\n")
			t.Errorf("%s: says first %s", c.args, first)
		}
		for _, want := range c.says {
			if !strings.Contains(out, want) {
				t.Errorf("%s: does not say %q in\n%s", c.args, want, out)
			}
		}
	}
}

func TestWhatIfFails(t *testing.T) {
	for args, says := range map[string]string{
		"":                                  "whatif needs a change: --without, --lead",
		"--without opps":                    `without=opps: no organization is called "opps"; use the nearest of 9, ops, dev, hw, or another`,
		"--without opps --lang ja":          `without=opps：ID が "opps" の組織はない。9組織のうち近いのは ops, dev, hw`,
		"--lead 3-280=hw --without-task z9": "without-task=z9: no task is called \"z9\"",
		"--lead 3-28":                       "write such as lead=3-12=ops:hw",
		"--leads some":                      "use one of any, each",
		"--lead 3-28=hw:ops":                "lead=3-28=hw:ops: hw does not lead task 3-28 (ops); name who does",
	} {
		code, stdout, stderr := tasuki(t, append([]string{"whatif", pension}, strings.Fields(args)...)...)
		if code != exitUsage || !strings.Contains(stderr, says) || stdout != "" {
			t.Errorf("%s: exit %d, %q, %s", args, code, stdout, stderr)
		}
	}
	if code, _, _ := tasuki(t, "whatif", "no-such-folder", "--without", "ops"); code != exitFailure {
		t.Errorf("a dataset that is not there: exit %d", code)
	}
}

// TestWhatIfAsJSON checks what is printed against the schema, and that it is whole.
func TestWhatIfAsJSON(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(succeed(t, "schema", "whatif")))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("tasuki:whatif", doc); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("tasuki:whatif")
	for _, args := range []string{
		"--merge ops:hw --supporter 3-28=dev", "--without ops", "--without ops,hw --leads any --support fallback", "--without-handoff 3-73:3-74 --without-task 3-28",
	}[:seeds.Size(4, 1)] {
		text := succeed(t, append([]string{"whatif", pension, "--output", "json"}, strings.Fields(args)...)...)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s does not fit its schema: %v", args, err)
		}
	}
	var c consequence.Consequences
	if err := json.Unmarshal([]byte(succeed(t, "whatif", pension, "--without", "ops", "--output", "json")), &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Breaks) != 16 || len(c.Nobody) != 154 || c.Changes[0] != "without=ops" {
		t.Errorf("%d flows break, and %d tasks are left with nobody after %v", len(c.Breaks), len(c.Nobody), c.Changes)
	}
}

// TestWhatIfNamesNobody holds that pseudonyms stand in for organizations in changes, too.
func TestWhatIfNamesNobody(t *testing.T) {
	out := succeed(t, "whatif", pension, "--without", "ops", "--redact", t.TempDir()+"/key.json")
	if regexp.MustCompile(`\bops\b`).MatchString(out) || strings.Contains(out, "Back-office operations") || !strings.Contains(out, "16 of 16 flows stop") {
		t.Errorf("named is\n%s", out)
	}
}

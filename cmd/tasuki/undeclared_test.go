package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tasuki/internal/seeds"
)

// undeclared writes a dataset whose rules nobody declared: two lead task 2 and one
// supports the only lead of task 3, so that another rule changes what is lost.
// Task 6 is led alone, which no rule changes.
func undeclared(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{
		"m.csv": "No,Task,Client,North,South,Helper\n1,Take the order,R,R,,S\n2,Plan the work,,R,R,\n3,Do the work,,R,,S\n" +
			"4,Check it,R,,R,\n5,Report,,,R,S\n6,Close,,R,,\n",
		"flows.yaml": "flows:\n- {id: order, tier: critical, name: {en: Order, ja: 受注}, start: ['1'], goal: ['5'], handoffs: [{from: '1', to: '2', kind: report, minutes: 5}, " +
			"{from: '2', to: '3', kind: request}, {from: '3', to: '4', kind: report}, {from: '2', to: '4', kind: request}, {from: '4', to: '5', kind: report}]}\n" +
			"- {id: close, name: {en: Close, ja: 完了}, start: ['4'], goal: ['6'], handoffs: [{from: '4', to: '6', kind: report}]}\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// rulesAsked are the flags of every setting of the rules but the one that is taken.
var rulesAsked = [][]string{
	{"--leads", "any", "--support", "none"}, {"--leads", "each", "--support", "fallback"}, {"--leads", "any", "--support", "fallback"},
}

// sure is what calls something sure.
var sure = regexp.MustCompile(`✓ Sure|✓ 確か|in every reading|in all readings|すべての読み方で`)

// TestNothingSureHangsOnAnUndeclaredRule walks all that is printed about a matrix
// without rules: each line that calls something sure is printed as well under every
// other rule.
func TestNothingSureHangsOnAnUndeclaredRule(t *testing.T) {
	folder := undeclared(t)
	for _, dataset := range []string{folder, filepath.Join(folder, "m.csv")} {
		taken := printed(t, dataset)
		lines := 0
		for _, asked := range rulesAsked {
			for name, other := range printed(t, dataset, asked...) {
				lines += sureWithout(t, name, taken[name], other, asked)
			}
		}
		if lines < 30 {
			t.Errorf("%d lines call something sure; the test shows too little", lines)
		}
		for name, text := range taken {
			clause := map[string]string{"en": "ssumes that", "ja": "前提は"}[name[:2]]
			want := strings.HasSuffix(name, " loss") || strings.HasSuffix(name, " report") || strings.HasSuffix(name, " summary")
			if dataset == folder {
				want = !strings.HasSuffix(name, " bottleneck") && !strings.HasSuffix(name, " escalation")
			}
			if says := strings.Contains(text, clause); says != want {
				t.Errorf("%s of %s says what it assumes: %v, want %v", name, filepath.Base(dataset), says, want)
			}
		}
	}
}

// printed returns all that is printed about a dataset, in both languages.
func printed(t *testing.T, dataset string, more ...string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, lang := range []string{"en", "ja"}[:seeds.Size(2, 1)] {
		for _, kind := range []string{"bottleneck", "concentration", "loss", "spof", "escalation", "certainty"} {
			all[lang+" "+kind] = succeed(t, append([]string{"analyze", kind, dataset, "--lang", lang}, more...)...)
		}
		all[lang+" check"] = succeed(t, append([]string{"check", dataset, "--lang", lang}, more...)...)
		out := t.TempDir()
		all[lang+" summary"] = strings.ReplaceAll(succeed(t, append([]string{"report", dataset, "-o", out, "--lang", lang}, more...)...), out, "")
		text, err := os.ReadFile(filepath.Join(out, "report.md"))
		if err != nil {
			t.Fatal(err)
		}
		all[lang+" report"] = string(text)
	}
	return all
}

// sureWithout returns how many lines of a text call something sure, and reports
// those that the text under other rules lacks.
func sureWithout(t *testing.T, name, taken, other string, asked []string) (lines int) {
	t.Helper()
	folded := func(line string) string { return strings.Join(strings.Fields(line), " ") }
	also := map[string]bool{}
	for line := range strings.Lines(other) {
		also[folded(line)] = true
	}
	for line := range strings.Lines(taken) {
		if !sure.MatchString(line) || strings.Contains(line, "A conclusion is sure when") {
			continue
		}
		if lines++; !also[folded(line)] {
			t.Errorf("%s calls something sure that %v changes: %s", name, asked, line)
		}
		if strings.Contains(line, "No flow is declared") || strings.Contains(line, "手順が登録されていない") {
			t.Errorf("%s calls it sure that nothing is declared: %s", name, line)
		}
	}
	return lines
}

// TestSureFindingsAsJSON does the same for findings in JSON, and looks at whether
// what is said to be so under another rule is what is printed under it.
func TestSureFindingsAsJSON(t *testing.T) {
	type finding struct {
		Rule      string
		Subject   struct{ ID string }
		Message   struct{ EN string }
		Evidence  []string
		Certainty string
		Assumes   []struct{ Leads, Support string }
	}
	read := func(more ...string) map[string]finding {
		var list []finding
		if err := json.Unmarshal([]byte(succeed(t, append([]string{"check", undeclared(t), "--output", "json"}, more...)...)), &list); err != nil {
			t.Fatal(err)
		}
		all := map[string]finding{}
		for _, f := range list {
			all[f.Rule+" "+f.Subject.ID] = f
		}
		return all
	}
	taken := read()
	assumed := 0
	for _, asked := range rulesAsked {
		other := read(asked...)
		for key, f := range taken {
			changed := strings.Join(other[key].Evidence, " ") != strings.Join(f.Evidence, " ")
			if f.Certainty == "holds" && other[key].Message.EN != f.Message.EN {
				t.Errorf("%s is called sure, and is another under %v:\n%s\n%s", key, asked, f.Message.EN, other[key].Message.EN)
			}
			if changed && f.Certainty == "assumed" {
				assumed++
			}
			if f.Certainty == "assumed" && len(f.Assumes) == 0 {
				t.Errorf("%s assumes nothing", key)
			}
		}
	}
	if assumed == 0 {
		t.Error("no finding says that it assumes a rule")
	}
}

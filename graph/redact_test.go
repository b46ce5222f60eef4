package graph

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestRedactFindsEverySpelling(t *testing.T) {
	d := sample()
	d.Organizations = []Organization{
		{ID: "ops", Name: Name{JA: "運用業者", EN: "Acme Ops"}, Aliases: []string{"運用\u3000業者株式会社"}},
		{ID: "hw", Name: Name{JA: "装置業者"}, Parent: "ops"},
		{ID: "group", Name: Name{EN: "Group"}},
	}
	for text, want := range map[string]string{
		"運用業者に連絡":       "組織3に連絡",
		"運用 業者株式会社の作業":  "組織3の作業",
		"ＡＣＭＥ　ＯＰＳ":      "組織3",
		"acmeops に":     "組織3 に",
		"develops, hwy": "develops, hwy",
		"hw と ops.":     "組織2 と 組織3.",
		"装置業者と運用業者株式会社と別件": "組織2と組織3と別件",
	} {
		d.Tasks[0].Name = Name{JA: text}
		redacted, _, err := Redact(d, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := redacted.Tasks[0].Name.JA; got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestRedactKeepsTheFactsAndItsInput(t *testing.T) {
	d, before := sample(), encode(t, sample())
	redacted, key, err := Redact(d, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(encode(t, d), before) {
		t.Error("Redact changed the dataset it was called on")
	}
	if len(redacted.Assignments) != len(d.Assignments) || len(redacted.Flows) != len(d.Flows) || redacted.Organizations[0].Name == d.Organizations[0].Name {
		t.Errorf("got %+v", redacted)
	}
	text := string(encode(t, redacted))
	for _, o := range d.Organizations {
		for _, spelling := range append([]string{o.Name.JA, o.Name.EN, `"` + o.ID + `"`}, o.Aliases...) {
			if spelling != "" && strings.Contains(text, spelling) {
				t.Errorf("%q stands in %s", spelling, text)
			}
		}
	}
	if len(key) != len(d.Organizations) || key[0].Number != 1 {
		t.Errorf("the key is %+v", key)
	}
}

func TestRedactKeepsNumbers(t *testing.T) {
	key := []Pseudonym{{Number: 7, ID: "ops", Name: Text("Ops")}}
	_, got, err := Redact(sample(), key)
	if err != nil {
		t.Fatal(err)
	}
	var numbers []int
	for _, p := range got {
		numbers = append(numbers, p.Number)
	}
	if got[0].ID != "ops" || !slices.Equal(numbers, []int{7, 8, 9}) {
		t.Errorf("the key is %+v", got)
	}
}

func TestRedactRefusesToMakeTwoTasksOne(t *testing.T) {
	d := Dataset{
		Organizations: []Organization{{ID: "ops", Name: Text("Acme"), Aliases: []string{"Ajax"}}},
		Tasks:         []Task{{ID: "Acme 1", Name: Text("x")}, {ID: "Ajax 1", Name: Text("y")}},
	}
	if _, _, err := Redact(d, nil); err == nil {
		t.Error("two tasks became one")
	}
}

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
		{ID: "record", Name: Name{JA: "データエントリ業者"}, Aliases: []string{"(株)甲"}},
		{ID: "seat", Name: Name{EN: "City library"}, Aliases: []string{"LAN"}},
		{ID: "tele", Name: Name{EN: "Service desk vendor"}},
	}
	for text, want := range map[string]string{
		"運用業者に連絡":              "組織3に連絡",
		"運用 業者株式会社の作業":         "組織3の作業",
		"ＡＣＭＥ　ＯＰＳ":             "組織3",
		"acmeops に":            "組織3 に",
		"develops, hwy, lanes": "develops, hwy, lanes",
		"LANs":                 "組織5",
		"hw と ops.":            "組織2 と 組織3.",
		"装置業者と運用業者株式会社と別件": "組織2と組織3と別件",
		"acme-ops, Acme_Ops":   "組織3, 組織3",
		"AcmeOps's Acme‐Opses": "組織3's 組織3",
		"groups and regroup":   "組織1 and regroup",
		"運用・業者と運用ー業者":          "組織3と運用ー業者",
		"ﾃﾞｰﾀ・ｴﾝﾄﾘ業者、データエントリ業者":                            "組織4、組織4",
		"City-library, city libraries, CITY LIBRARY":       "組織5, 組織5, 組織5",
		"service–desk\u00a0vendors, Service Desk Vendor's": "組織6, 組織6's",
		"㈱甲と（株）甲":                                          "組織4と組織4",
	} {
		d.Tasks[0].Name = Name{JA: text}
		redacted, err := NewRedactor(d, nil).Dataset()
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
	r := NewRedactor(d, nil)
	redacted, err := r.Dataset()
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
	if key := r.Key(); len(key) != len(d.Organizations) || key[0].Number != 1 {
		t.Errorf("the key is %+v", key)
	}
}

func TestRedactKeepsNumbers(t *testing.T) {
	key := []Pseudonym{{Number: 7, ID: "ops", Name: Text("Ops")}}
	got := NewRedactor(sample(), key).Key()
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
	if _, err := NewRedactor(d, nil).Dataset(); err == nil {
		t.Error("two tasks became one")
	}
}

// TestRedactBesideAnother wants two datasets that are shown beside each other to have the
// same spellings and pseudonyms, whichever declares an organization.
func TestRedactBesideAnother(t *testing.T) {
	old, now := sample(), sample()
	old.Organizations = []Organization{{ID: "ops", Name: Name{EN: "Acme"}}}
	now.Organizations = []Organization{{ID: "a", Name: Name{EN: "Gamma"}, Aliases: []string{"GG"}}, {ID: "ops", Name: Name{EN: "Acme"}}}
	first := NewRedactor(old, nil, now)
	second := NewRedactor(now, first.Key(), old)
	for _, r := range []*Redactor{first, second} {
		if got := r.Text("ACME asks Gamma, GG and a"); got != "party-1 asks party-2, party-2 and party-2" {
			t.Errorf("got %q", got)
		}
		if key := r.Key(); len(key) != 2 || key[0].ID != "ops" || key[1].ID != "a" {
			t.Errorf("the key is %+v", key)
		}
	}
	var none *Redactor
	if none.ID("ops") != "ops" || none.IDs([]string{"ops"})[0] != "ops" || none.Texts([]string{"ops"})[0] != "ops" {
		t.Error("without a redactor, something has another name")
	}
}

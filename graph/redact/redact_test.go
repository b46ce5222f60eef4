package redact

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

func TestRedactFindsEverySpelling(t *testing.T) {
	d := sample()
	d.Organizations = []graph.Organization{
		{ID: "ops", Name: graph.Name{JA: "運用業者", EN: "Acme Ops"}, Aliases: []string{"運用\u3000業者株式会社"}},
		{ID: "hw", Name: graph.Name{JA: "装置業者"}, Parent: "ops"},
		{ID: "group", Name: graph.Name{EN: "Group"}},
		{ID: "record", Name: graph.Name{JA: "データエントリ業者"}, Aliases: []string{"(株)甲"}},
		{ID: "seat", Name: graph.Name{EN: "City library"}, Aliases: []string{"LAN"}},
		{ID: "tele", Name: graph.Name{EN: "Service desk vendor"}},
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
		d.Tasks[0].Name = graph.Name{JA: text}
		redacted, err := New(d, nil).Dataset()
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
	r := New(d, nil)
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
	key := []Pseudonym{{Number: 7, ID: "ops", Name: graph.Text("Ops")}}
	got := New(sample(), key).Key()
	var numbers []int
	for _, p := range got {
		numbers = append(numbers, p.Number)
	}
	if got[0].ID != "ops" || !slices.Equal(numbers, []int{7, 8, 9}) {
		t.Errorf("the key is %+v", got)
	}
}

func TestRedactRefusesToMakeTwoTasksOne(t *testing.T) {
	d := graph.Dataset{
		Organizations: []graph.Organization{{ID: "ops", Name: graph.Text("Acme"), Aliases: []string{"Ajax"}}},
		Tasks:         []graph.Task{{ID: "Acme 1", Name: graph.Text("x")}, {ID: "Ajax 1", Name: graph.Text("y")}},
	}
	if _, err := New(d, nil).Dataset(); err == nil {
		t.Error("two tasks became one")
	}
}

// TestRedactBesideAnother wants two datasets that are shown beside each other to have the
// same spellings and pseudonyms, whichever declares an organization.
func TestRedactBesideAnother(t *testing.T) {
	old, now := sample(), sample()
	old.Organizations = []graph.Organization{{ID: "ops", Name: graph.Name{EN: "Acme"}}}
	now.Organizations = []graph.Organization{{ID: "a", Name: graph.Name{EN: "Gamma"}, Aliases: []string{"GG"}}, {ID: "ops", Name: graph.Name{EN: "Acme"}}}
	first := New(old, nil, now)
	second := New(now, first.Key(), old)
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

func sample() graph.Dataset {
	return graph.Dataset{
		Name:          graph.Text("Sample"),
		Rules:         graph.Rules{Leads: graph.EachLead, Support: graph.NoSupport, Basis: graph.Text("stated")},
		Organizations: []graph.Organization{{ID: "ops", Name: graph.Text("Ops"), Kind: graph.Vendor, Parent: "group", Aliases: []string{"運用", "O"}}, {ID: "group", Name: graph.Text("Group")}, {ID: "hw", Name: graph.Text("Hardware")}},
		Phases:        []graph.Term{{ID: "p", Name: graph.Text("Phase")}},
		Categories:    []graph.Term{{ID: "c", Name: graph.Text("Category")}, {ID: "d", Name: graph.Text("Below"), Parent: "c"}},
		Environments:  []graph.Term{{ID: "production", Name: graph.Text("Production")}},
		Sites:         []graph.Term{{ID: "center", Name: graph.Text("Center")}},
		Components:    []graph.Term{{ID: "disk", Name: graph.Text("Disk")}},
		Tasks: []graph.Task{
			{ID: "1-10", Name: graph.Name{JA: "復旧", EN: "Recover"}, Phase: "p", Category: "d", Timing: graph.AsNeeded, Source: graph.Source{File: "m.tsv", Line: 11}},
			{ID: "1-2", Name: graph.Text("Report")}, {ID: "1-3", Name: graph.Text("Analyse")},
		},
		Assignments: []graph.Assignment{
			{Task: "1-10", Organization: "ops", Role: graph.Lead, Reading: graph.Printed, Source: graph.Source{File: "m.tsv", Line: 11, Column: 3, Mark: "○"}},
			{Task: "1-2", Organization: "hw", Role: graph.Support, Reading: graph.Uncertain, Alternatives: []string{"ops", "group"}, Reason: graph.Text("drift")},
			{Task: "1-2", Organization: "ops", Role: graph.Lead, Reading: graph.Realigned},
			{Task: "1-3", Organization: "hw", Role: graph.Informed, Reading: graph.Printed},
		},
		Handoffs: []graph.Handoff{{From: "1-3", To: "1-2", Kind: graph.Decision}},
		Flows: []graph.Flow{{ID: "fault", Name: graph.Text("Fault"), Start: []string{"1-2"}, Goal: []string{"1-10"}, Handoffs: []graph.Handoff{
			{From: "1-3", To: "1-10", Kind: graph.Delivery, Artifact: graph.Text("Parts"), Basis: graph.Basis{Rows: []string{"1-10", "1-3"}, Says: graph.Text("parts"), Inferred: true}},
			{From: "1-2", To: "1-3", Kind: graph.Report},
		}}},
		Supplies: []graph.Supply{{Environment: "production", Site: "center", Component: "disk", Organization: "hw", Reading: graph.Printed}},
		Account:  &graph.Account{Rows: graph.RowCount{In: 3, Loaded: 3}, WithoutMarks: []string{"group"}},
	}
}

func encode(t *testing.T, d graph.Dataset) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := graph.Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRedactTakesIdentifiers holds that an LEI, by which anybody finds the name, goes, and
// is found in texts; where an organization has its seat and whom it serves stay.
func TestRedactTakesIdentifiers(t *testing.T) {
	d := sample()
	d.Organizations = []graph.Organization{
		{ID: "JP", Name: graph.Text("Bank"), Kind: graph.Client},
		{ID: "hw", Name: graph.Text("Hard"), Region: "JP", LEI: "5493001KJTIIGC8Y1R12", Serves: "JP", Rank: 1},
	}
	d.Assignments, d.Supplies, d.Account = nil, nil, nil
	d.Tasks[0].Name = graph.Name{EN: "call 5493001kjtiigc8y1r12"}
	redacted, err := New(d, nil).Dataset()
	if err != nil {
		t.Fatal(err)
	}
	bank, hw := redacted.Organizations[0], redacted.Organizations[1]
	if hw.LEI != "" || hw.Region != "JP" || hw.Serves != bank.ID || hw.Rank != 1 || strings.Contains(redacted.Tasks[0].Name.EN, "5493") {
		t.Errorf("%+v, %q", hw, redacted.Tasks[0].Name.EN)
	}
}

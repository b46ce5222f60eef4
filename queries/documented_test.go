package queries_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
)

// documented returns the queries under "First queries" of docs/neo4j.md, by the first
// line of the comment over each.
func documented(t *testing.T) map[string]string {
	t.Helper()
	page, err := os.ReadFile("../docs/neo4j.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(page), "## First queries\n")
	if !found {
		t.Fatal("docs/neo4j.md has no first queries")
	}
	all := map[string]string{}
	for _, block := range strings.Split(section, "\n\n") {
		if text, ok := strings.CutPrefix(block, "    // "); ok {
			title, _, _ := strings.Cut(text, "\n")
			all[title] = "// " + strings.ReplaceAll(text, "\n    ", "\n")
		}
	}
	return all
}

// TestDocumentedQueries asks the queries of the documentation about the example that
// each is about.
func TestDocumentedQueries(t *testing.T) {
	all := documented(t)
	if len(all) < 7 {
		t.Errorf("%d queries are documented, want 7", len(all))
	}
	for title, statement := range all {
		for _, fault := range unscoped(statement) {
			t.Errorf("%s: %s reaches beyond the dataset", title, fault)
		}
	}
	s := connect(t)
	rows := map[string]string{}
	for _, example := range []string{"pension", "helpdesk"} {
		g, err := files.Open(t.Context(), "../examples/"+example, files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d := g.Dataset()
		for i, o := range d.Organizations {
			if o.ID == "host" {
				d.Organizations[i].Contacts[1].Deputy = graph.Deputy{Name: graph.Name{JA: "当直主任", EN: "Duty officer"}}
			}
		}
		name := load(t, s, d)
		for title, statement := range all {
			err := s.Run(t.Context(), statement, map[string]any{"dataset": name}, neo4jstore.Limits{Timeout: time.Minute}, func(_ []string, row []any) error {
				if row != nil {
					rows[title] += fmt.Sprint(row) + "\n"
				}
				return nil
			})
			if err != nil {
				t.Errorf("%s: %v", title, err)
			}
		}
	}
	for title := range all {
		if rows[title] == "" {
			t.Errorf("%s: no rows", title)
		}
	}
	for begin, want := range map[string]string{
		"Whom to call first": `[City library Librarian on duty [phone mail] 10]
[Hosting vendor Monitoring centre [phone chat] 10]
[Network vendor Fault line [phone] 10]
[Service desk vendor Duty officer [phone] 5]
[Service desk vendor Service manager [phone chat] 5]
[Software vendor Maintainer on call [chat phone] 15]
`,
		"Which posts are the deputy": "[Duty officer [desk: Service manager host: Platform manager]]\n",
		"Which reports are owed": `[60 First report to the city City library City IT department]
[180 Notice to users and the press City library Users and the press]
`,
	} {
		for title := range all {
			if strings.HasPrefix(title, begin) && rows[title] != want {
				t.Errorf("%s:\n got %s\nwant %s", title, rows[title], want)
			}
		}
	}
}

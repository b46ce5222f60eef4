package exchange

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/golden"
	"tasuki/render/messages"
)

// written is a folder for the texts of hostile datasets, for programs that read them
// (scripts/check-exports).
var written = flag.String("written", "", "the folder to write hostile exports into")

// formats are all formats by their endings.
func formats(t testing.TB, g *graph.Graph, lang messages.Language) map[string][]byte {
	t.Helper()
	open, err := OpenGraph(g, lang.Lang)
	if err != nil {
		t.Fatal(err)
	}
	drawn, left, err := DrawIO(g, bottleneck.Bottlenecks(g, rules.Options{}), lang)
	if err != nil || len(left) > 0 {
		t.Fatal(left, err)
	}
	return map[string][]byte{"json": open, "c4": LikeC4(g, lang), "dsl": Structurizr(g, lang), "drawio": drawn}
}

func TestExamples(t *testing.T) {
	for _, l := range []graph.Lang{graph.English, graph.Japanese} {
		for ending, text := range formats(t, helpdesk(t), messages.In(l)) {
			golden.Check(t, "helpdesk-"+string(l)+"."+ending, text)
		}
	}
}

// TestHostileTexts reads what was written as its readers do: text by text, so that none
// ends before its end, and braces pair.
func TestHostileTexts(t *testing.T) {
	quoted := map[string]*regexp.Regexp{"c4": regexp.MustCompile(`'(\\[^\n]|[^'\\\n])*'`), "dsl": regexp.MustCompile(`"(\\"|[^"\\\n])*"`)}
	code := regexp.MustCompile(`^[a-zA-Z0-9_ .{}*=>\[\]-]*$`)
	for ending, text := range formats(t, hostileGraph(t), messages.In(graph.English)) {
		if *written != "" {
			if err := os.WriteFile(filepath.Join(*written, "hostile."+ending), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if strings.ContainsRune(string(text), '\u202e') && ending != "json" {
			t.Errorf("%s turns the direction of text", ending)
		}
		quotes := quoted[ending]
		if quotes == nil {
			continue
		}
		if ending == "dsl" && strings.Contains(string(text), "${") {
			t.Errorf("%s holds a variable", ending)
		}
		depth := 0
		for number, line := range strings.Split(string(text), "\n") {
			bare := quotes.ReplaceAllString(line, "")
			if !code.MatchString(bare) {
				t.Errorf("%s, line %d: %s", ending, number+1, line)
			}
			if depth += strings.Count(bare, "{") - strings.Count(bare, "}"); depth < 0 {
				t.Fatalf("%s, line %d: a brace too many", ending, number+1)
			}
		}
		if depth != 0 {
			t.Errorf("%s: %d braces are open", ending, depth)
		}
	}
}

func TestIdentifiersDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, id := range append([]string{"A", "a", "_ua", "_a", "3-24", "3_2d_24", "3_24", "監視", "76e3", "F-1", "f-1", "_uf_2d_1", "_2d_", "-", "--", " ", ".", "é", "e\u0301"}, hostile...) {
		name := Identifier("t", id)
		if other, ok := seen[strings.ToUpper(name)]; ok {
			t.Errorf("%q and %q are both %s", id, other, name)
		}
		if !regexp.MustCompile(`^t_[a-z0-9_]*$`).MatchString(name) {
			t.Errorf("%q becomes %s", id, name)
		}
		seen[strings.ToUpper(name)] = id
	}
}

// TestOpenGraphKeepsItsSchema holds the rules of BloodHound's schemas of nodes and edges.
func TestOpenGraphKeepsItsSchema(t *testing.T) {
	for name, g := range map[string]*graph.Graph{"helpdesk": helpdesk(t), "hostile": hostileGraph(t)} {
		text, err := OpenGraph(g, graph.English)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Metadata struct {
				SourceKind string `json:"source_kind"`
			}
			Graph struct {
				Nodes []struct {
					ID         string
					Kinds      []string
					Properties map[string]any
				}
				Edges []struct {
					Start, End struct {
						MatchBy string `json:"match_by"`
						Value   string
					}
					Kind       string
					Properties map[string]any
				}
			}
		}
		if err := json.Unmarshal(text, &file); err != nil {
			t.Fatal(err)
		}
		flat := func(properties map[string]any) {
			for key, v := range properties {
				switch v := v.(type) {
				case string, float64, bool:
				case []any:
					for _, x := range v {
						if _, ok := x.(string); !ok {
							t.Errorf("%s: %s holds %v", name, key, v)
						}
					}
				default:
					t.Errorf("%s: %s is %v", name, key, v)
				}
				if key != strings.ToLower(key) || key == "objectid" {
					t.Errorf("%s: a property is called %s", name, key)
				}
			}
		}
		ids := map[string]bool{}
		for _, n := range file.Graph.Nodes {
			if id := strings.ToUpper(n.ID); ids[id] || len(n.Kinds) == 0 || len(n.Kinds) > 3 || n.Properties["name"] == nil {
				t.Errorf("%s: %+v", name, n)
			} else {
				ids[id] = true
			}
			flat(n.Properties)
		}
		for _, e := range file.Graph.Edges {
			if !ids[strings.ToUpper(e.Start.Value)] || !ids[strings.ToUpper(e.End.Value)] || e.Start.MatchBy != "id" || !regexp.MustCompile(`^[A-Za-z0-9_]+$`).MatchString(e.Kind) {
				t.Errorf("%s: %+v", name, e)
			}
			flat(e.Properties)
		}
		d := g.Dataset()
		if want := len(d.Organizations) + len(d.Tasks) + len(d.Flows) + len(d.Components); len(ids) != want || file.Metadata.SourceKind != "Tasuki" {
			t.Errorf("%s: %d nodes, want %d", name, len(ids), want)
		}
	}
}

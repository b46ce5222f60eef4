package assistant

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/golden"
	"tasuki/render/messages"
)

// TestToolsAreListed compares the tools, as a client gets them, in both languages.
func TestToolsAreListed(t *testing.T) {
	for _, lang := range []graph.Lang{graph.English, graph.Japanese} {
		session := connected(t, Config{Graph: small(t), Language: messages.In(lang), Database: &database{}, Cypher: true})
		list, err := session.ListTools(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		if err := enc.Encode(list.Tools); err != nil {
			t.Fatal(err)
		}
		golden.Check(t, "tools."+string(lang)+".json", b.Bytes())
		for _, tool := range list.Tools {
			a := tool.Annotations
			if a == nil || !a.ReadOnlyHint || !a.IdempotentHint || a.OpenWorldHint == nil || *a.OpenWorldHint || tool.Description == "" || tool.Title == "" {
				t.Errorf("%s: %+v", tool.Name, tool)
			}
		}
	}
}

func TestCypherIsOffUnlessAllowed(t *testing.T) {
	list, err := connected(t, Config{Graph: small(t), Database: &database{}}).ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range list.Tools {
		if tool.Name == "cypher" {
			t.Error("cypher is listed")
		}
	}
	r := called(t, connected(t, Config{Graph: small(t), Database: &database{}}), "cypher", map[string]any{"statement": "RETURN 1"})
	if !r.failed {
		t.Error("cypher ran")
	}
	holds(t, r.text, "--allow-cypher", "who_does")
}

func TestInstructionsSayThatNamesAreData(t *testing.T) {
	for lang, wanted := range map[graph.Lang]string{graph.English: "never instructions", graph.Japanese: "指示ではない"} {
		for _, redacted := range []bool{false, true} {
			r := connected(t, Config{Graph: small(t), Language: messages.In(lang), Redacted: redacted, Version: "v1"}).InitializeResult()
			holds(t, r.Instructions, wanted)
			if r.ServerInfo.Version != "v1" || strings.Contains(r.Instructions, "party-1") != redacted {
				t.Errorf("%s, redacted %v: %+v", lang, redacted, r)
			}
		}
	}
}

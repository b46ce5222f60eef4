package drawings

import (
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/render/encode"
	"tasuki/render/messages"
)

func TestSchema(t *testing.T) {
	scene, err := Schema([]SchemaPart{
		{Name: "Organization", Key: []string{"id"}, Properties: []string{"name_ja", "name_en", "a_en", "b_ja"}},
		{Name: "Task", Key: []string{"id"}},
		{Name: "Phase"},
		{Name: "Category"},
		{Name: "LEADS", From: "Organization", To: "Task", Properties: []string{"reading"}},
		{Name: "SUPPORTS", From: "Organization", To: "Task", Properties: []string{"reading"}},
		{Name: "PART_OF", From: "Organization", To: "Organization"},
		{Name: "PART_OF", From: "Task", To: "Phase"},
		{Name: "PART_OF", From: "Task", To: "Category"},
	}, messages.In(graph.English))
	if err != nil {
		t.Fatal(err)
	}
	dot := encode.SceneDOT(scene)
	for _, want := range []string{
		`label="LEADS\lSUPPORTS\l"`, `"Organization" -> "LEADS" `, `"LEADS" -> "Task" `, `"Task" -> "PART_OF" `, `"PART_OF" -> "Phase" `, `"PART_OF" -> "Category" `,
		"name_ja/en, a_en", "b_ja", `PART_OF another\l`, `label="PART_OF\l"`,
	} {
		if !strings.Contains(dot, want) {
			t.Errorf("the drawing lacks %s:\n%s", want, dot)
		}
	}
	if n := strings.Count(dot, " -> "); n != 5 {
		t.Errorf("the drawing has %d arrows, want 5", n)
	}
}

func TestSchemaNeedsAPlace(t *testing.T) {
	for _, parts := range [][]SchemaPart{
		{{Name: "Wine"}},
		{{Name: "Organization"}, {Name: "Task"}, {Name: "DRINKS", From: "Organization", To: "Task", Key: []string{"id"}}},
	} {
		if _, err := Schema(parts, messages.In(graph.English)); err == nil || !strings.Contains(err.Error(), "schemaPlaces") {
			t.Errorf("Schema(%v): %v, want an error that says where to give it a place", parts, err)
		}
	}
}

package graph

import (
	"fmt"
	"strings"
	"testing"
)

func TestDecodeNamesLimits(t *testing.T) {
	rep := strings.Repeat
	list := func(key, entry string, n int) string { return `{"` + key + `":[` + rep(entry+",", n) + entry + `]}` }
	for _, c := range []struct{ name, text, want string }{
		{"too deep", `{"organizations":` + rep("[", 1_000_000), "64 deep"},
		{"deep objects", rep(`{"a":`, 1_000_000), "64 deep"},
		{"organizations", list("organizations", "{}", MaxOrganizations), "50000 organizations"},
		{"organizations, escaped", list(`\u006frganizations`, "{}", MaxOrganizations), "50000 organizations"},
		{"organizations, great", list("ORGANIZATIONS", "{}", MaxOrganizations), "50000 organizations"},
		{"a null a time", list("tasks", "null", MaxTasks), "100000 tasks"},
		{"assignments", list("assignments", "{}", MaxAssignments), "300000 assignments"},
		{"account", `{"account":` + list("glyphs_outside_blocks", "{}", MaxHandoffs+MaxIDs) + `}`, "325000 values"},
		{"inner lists", list("flows", `{"start":[`+rep(`"",`, 350)+`""]}`, 1000), "325000 values"},
		{"inner handoffs", `{"flows":[{"handoffs":[` + rep("{},", MaxHandoffs+MaxIDs) + `{}]}]}`, "325000 values"},
		{"long text", `{"name":"` + rep("x", MaxText+1) + `"}`, "100000"},
		{"long key", `{"` + rep("x", MaxText+1) + `":1}`, "100000"},
		{"long number", `{"flows":[{"objective_minutes":` + rep("9", 1_000_000) + `}]}`, "100000"},
		{"keys", "{" + func() string {
			var b strings.Builder
			for i := range 100_000 {
				fmt.Fprintf(&b, `"k%d":1,`, i)
			}
			return b.String()
		}() + `"a":1}`, "100 keys"},
		{"key twice", "{\"name\":\"a\",\n\"tasks\":[{\"id\":\"a\",\"\\u0069D\":\"b\"}]}", `line 2: the key "iD" stands twice`},
		{"key twice, a sign", `{"tasks":[],"taſks":[]}`, `"taſks" stands twice`},
		{"no UTF-8", "{\"name\":\n\"\xff\"}", "line 2 is not valid UTF-8"},
		{"too large", rep(" ", MaxJSONBytes+1), "67108864"},
		{"no JSON", `{"name":"a"`, "near line 1"},
		{"more", `{}]`, ""},
		{"closed", `]`, ""},
		{"text without end", `{"name":"`, ""},
		{"backslash at the end", `{"name":"\`, ""},
	} {
		if _, err := Decode(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) || len(err.Error()) > 1000 {
			t.Errorf("%s: %.300v, want %q", c.name, err, c.want)
		}
	}
}

func TestDecodeAllows(t *testing.T) {
	for _, text := range []string{
		`{}`, `{"name":"]}],{[\"\\"}`, `{"tasks":[{"id":"id","name":{"ja":"id","en":"id"}}]}`,
		`{"organizations":[` + strings.Repeat(`{"id":"a","name":"b"},`, MaxOrganizations-1) + `{"id":"a","name":"b"}]}`,
		`{"name":"` + strings.Repeat("x", MaxText) + `"}`,
	} {
		if _, err := Decode(strings.NewReader(text)); err != nil {
			t.Errorf("%.80s: %v", text, err)
		}
	}
}

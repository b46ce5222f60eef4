package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
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

// FuzzScanJSON finds a refusal that does not say what to do, and valid JSON in
// which the scan and the decoder's tokens disagree on keys that stand twice.
func FuzzScanJSON(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"name":"a","tasks":[{"id":"1","name":{"en":"x"}}]}`, `[[`, `{"a":{"a":1,"A":2}}`, `{"a\u0041":1,"aA":[]}`, `"\`, `{"k":[{"k":1},"k",{"K":null,"\u212a":0}]}`, "{\"name\":\"\xff\"}", `{} {}`, `]`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		err := scanJSON(text)
		if err != nil && !strings.Contains(err.Error(), "; ") {
			t.Errorf("the refusal %q does not say what to do", err)
		}
		twice := err != nil && strings.Contains(err.Error(), "stands twice")
		limit := err != nil && !twice
		if json.Valid(text) && utf8.Valid(text) && !limit && twice != repeats(json.NewDecoder(bytes.NewReader(text))) {
			t.Errorf("the scan of %q says %v", text, err)
		}
	})
}

// repeats reports whether an object in valid JSON has a key twice, by the
// decoder's tokens.
func repeats(dec *json.Decoder) bool {
	token, err := dec.Token()
	if err != nil {
		return false
	}
	found := false
	keys := map[string]bool{}
	for (token == json.Delim('[') || token == json.Delim('{')) && dec.More() {
		if token == json.Delim('{') {
			key, _ := dec.Token()
			found = found || keys[foldKey(key.(string))]
			keys[foldKey(key.(string))] = true
		}
		found = repeats(dec) || found
	}
	if token == json.Delim('[') || token == json.Delim('{') {
		_, _ = dec.Token()
	}
	return found
}

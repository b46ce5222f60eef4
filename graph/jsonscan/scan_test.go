package jsonscan

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCheck finds a refusal that does not say what to do, and valid JSON in
// which the scan and the decoder's tokens disagree on keys that stand twice.
func FuzzCheck(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"name":"a","tasks":[{"id":"1","name":{"en":"x"}}]}`, `[[`, `{"a":{"a":1,"A":2}}`, `{"a\u0041":1,"aA":[]}`, `"\`, `{"k":[{"k":1},"k",{"K":null,"\u212a":0}]}`, "{\"name\":\"\xff\"}", `{} {}`, `]`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		err := Check(text, Limits{Bytes: 1 << 20, Text: 1 << 20, Inner: 1 << 20, List: func(string) int { return 1 << 20 }})
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

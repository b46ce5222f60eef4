package bundle

import (
	"fmt"
	"strings"
	"testing"
)

// TestFileNamesAreSafe gives IDs of every sort names that a folder can hold, each its own
// also where upper and lower case are the same.
func TestFileNamesAreSafe(t *testing.T) {
	ids := []string{"ops", "OPS", "Ops-2", "a/b", "a\\b", "a_b", "../../etc", "..", ".", "", " ", "運用", "CON", "a\x00b", "a\nb", "😀", strings.Repeat("長", 500), strings.Repeat("長", 501), "神", "\ufa19", "K", "\u212a", "ß", "SS", "ss"}
	for i := range 30 {
		ids = append(ids, fmt.Sprintf("x%cy", 0x20+i))
	}
	names, seen := fileNames(ids), map[string]string{}
	for _, id := range ids {
		name, ok := names[id]
		if !ok || name == "" || len(name) > 150 || strings.ContainsAny(name, "/\\. \x00\n:*?\"<>|") {
			t.Errorf("%.20q is called %q", id, name)
		}
		if other, taken := seen[folded(name)]; taken {
			t.Errorf("%.20q and %.20q are called %q", id, other, name)
		}
		seen[folded(name)] = id
	}
	if names["運用"] != "運用" || names["ops"] != "ops" || names["a/b"] != "a_b" {
		t.Errorf("plain IDs are called %q, %q, %q", names["運用"], names["ops"], names["a/b"])
	}
}

package guard

import (
	"os"
	"path/filepath"
	"testing"
)

// TestEndIsNoName keeps a name from hiding how deep CASE is nested.
func TestEndIsNoName(t *testing.T) {
	for statement, passes := range map[string]bool{
		"MATCH (n) RETURN CASE n.end WHEN 1 THEN n.case END AS x":               true,
		"WITH 1 AS end RETURN end":                                              true,
		"WITH 1 AS end RETURN CASE end WHEN 1 THEN 2 END AS x":                  false,
		"WITH 1 AS end RETURN CASE [1][0..end] WHEN 1 THEN 2 END AS x":          false,
		"RETURN - - - - - - - - - - - - - - - - - - - - - - - - - - 1 AS x":     false,
		"RETURN +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-1 AS x":                     false,
		"RETURN CASE CASE 1 WHEN 1 THEN 2 END WHEN 2 THEN 3 END AS x":           false,
		"RETURN CASE abs([CASE 1 WHEN 1 THEN 2 END][0]) WHEN 2 THEN 3 END AS x": false,
	} {
		if clears(statement) != passes {
			t.Errorf("%s: passes %v, want %v", statement, !passes, passes)
		}
	}
}

// TestCatalogueIsSmall keeps the sizes from refusing a question of the catalogue.
func TestCatalogueIsSmall(t *testing.T) {
	files, err := filepath.Glob("../../../queries/*.cypher")
	if err != nil || len(files) == 0 {
		t.Fatalf("there is no catalogue: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Read(string(text)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

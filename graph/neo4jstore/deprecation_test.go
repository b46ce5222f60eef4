package neo4jstore

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/queries"
)

var (
	begins = regexp.MustCompile(`^\s*(MATCH|MERGE|UNWIND|CALL|CREATE|SHOW|OPTIONAL|RETURN|DROP) `)
	verb   = regexp.MustCompile(`%(\[\d\])?s`)
)

// statementsOf gathers the statements in the source of a package. What is put into a
// statement is a label or a type, and whether the server says that a statement is deprecated
// does not depend on which.
func statementsOf(t *testing.T, folder string, into map[string]bool) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no source in %s: %v", folder, err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err == nil && begins.MatchString(text) {
				into[filled(text)] = true
			}
			return true
		})
	}
}

// filled puts names into a statement.
func filled(statement string) string {
	names := []any{"Task", "HANDS_OFF_TO", "Task"}
	switch verbs := verb.FindAllString(statement, -1); {
	case len(verbs) == 0:
		return statement
	case verbs[0] == "%s":
		return fmt.Sprintf(statement, names[:len(verbs)]...)
	default:
		return fmt.Sprintf(statement, names...)
	}
}

// TestNothingIsDeprecated has the server explain every statement of ours, those of the
// catalogue among them. It fails where one is deprecated.
func TestNothingIsDeprecated(t *testing.T) {
	s := connect(t)
	statements := map[string]bool{}
	folders := []string{".", "model", "observed"}
	if os.Getenv("TASUKI_NEO4J_PLUGINS") == "gds" {
		folders = append(folders, "gds")
	}
	for _, folder := range folders {
		before := len(statements)
		statementsOf(t, folder, statements)
		if len(statements) < before+4 {
			t.Errorf("only %d statements were found in %s; the test shows too little", len(statements)-before, folder)
		}
	}
	for _, q := range queries.All() {
		statements[q.Cypher] = true
	}
	session := s.driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: s.database, NotificationsMinSeverity: "INFORMATION"})
	defer session.Close(context.Background())
	deprecated := func(statement string) (list []string) {
		result, err := session.Run(t.Context(), "EXPLAIN "+statement, nil)
		if err != nil {
			t.Fatalf("%v: %s", err, statement)
		}
		summary, err := result.Consume(t.Context())
		if err != nil {
			t.Fatalf("%v: %s", err, statement)
		}
		for _, n := range summary.Notifications() {
			if n.RawCategory() == "DEPRECATION" {
				list = append(list, fmt.Sprintf("%s: %s", n.Code(), n.Description()))
			}
		}
		return list
	}
	if len(deprecated("MATCH (n) RETURN id(n)")) == 0 {
		t.Error("the server does not say that id() is deprecated; the test would find nothing")
	}
	for _, statement := range slices.Sorted(maps.Keys(statements)) {
		if list := deprecated(statement); len(list) > 0 {
			t.Errorf("%v: %s", list, statement)
		}
	}
	t.Logf("%d statements", len(statements))
}

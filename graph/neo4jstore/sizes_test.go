package neo4jstore

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"tasuki/graph/neo4jstore/guard"
)

// growing are statements that can grow, by what makes them grow.
func growing() map[string]func(n int) string {
	each := func(separator string, n int, format string) string {
		var parts []string
		for i := range n {
			parts = append(parts, strings.ReplaceAll(format, "#", fmt.Sprint(i)))
		}
		return strings.Join(parts, separator)
	}
	around := func(open, middle, end string) func(int) string {
		return func(n int) string { return strings.Repeat(open, n) + middle + strings.Repeat(end, n) }
	}
	returns := func(f func(int) string) func(int) string {
		return func(n int) string { return "MATCH (n) RETURN " + f(n) + " AS x" }
	}
	where := func(separator, format string) func(int) string {
		return func(n int) string { return "MATCH (n) WHERE " + each(separator, n, format) + " RETURN n" }
	}
	return map[string]func(int) string{
		"NOT":             returns(around("NOT ", "true", "")),
		"NOT in brackets": returns(around("NOT(", "true", ")")),
		"CASE in THEN":    returns(around("CASE WHEN n.a = 1 THEN ", "1", " END")),
		"CASE in ELSE":    returns(around("CASE WHEN n.a = 1 THEN 1 ELSE ", "1", " END")),
		"CASE in WHEN":    returns(around("CASE WHEN ", "true", " THEN true END")),
		"CASE of CASE":    returns(around("CASE ", "n.a", " WHEN 1 THEN 2 END")),
		"CASE of a count": returns(func(n int) string { return "CASE COUNT { MATCH (m) }" + each("", n, " WHEN # THEN 1") + " END" }),
		"CASE in a range": returns(func(n int) string {
			return strings.Repeat("CASE [1, 2][0..", n) + "1" + strings.Repeat("] WHEN [1] THEN 1 END", n)
		}),
		"CASE of many":        returns(func(n int) string { return "CASE" + each("", n, " WHEN n.a = # THEN #") + " END" }),
		"brackets":            returns(around("(", "1", ")")),
		"lists":               returns(around("[", "1", "]")),
		"maps":                returns(around("{a: ", "1", "}")),
		"functions":           returns(around("abs(", "1", ")")),
		"list comprehensions": returns(around("[x IN [1] | ", "1", "]")),
		"lists of lists":      returns(around("[x IN ", "[1]", " | x]")),
		"reduce":              returns(around("reduce(a = 0, x IN [1] | ", "1", ")")),
		"quantifiers":         returns(around("all(x IN [1] WHERE ", "true", ")")),
		"EXISTS":              returns(around("EXISTS { MATCH (n) WHERE ", "true", " }")),
		"COUNT":               returns(around("COUNT { MATCH (n) WHERE 0 < ", "1", " }")),
		"COLLECT":             returns(around("COLLECT { RETURN ", "1", " AS x }")),
		"pattern in pattern":  returns(around("[(n)-->() | ", "1", "]")),
		"CALL in CALL":        around("CALL () { ", "RETURN 1 AS x", " } RETURN x"),
		"CALL after CALL":     func(n int) string { return each(" ", n, "CALL () { RETURN # AS x# }") + " RETURN x0" },
		"EXISTS and EXISTS":   where(" AND ", "EXISTS { MATCH (n)-->(m#) }"),
		"EXISTS or EXISTS":    where(" OR ", "EXISTS { (n)-[:X#]->() }"),
		"AND":                 where(" AND ", "n.a# = #"),
		"OR":                  where(" OR ", "n.a# = #"),
		"XOR":                 where(" XOR ", "n.a# = #"),
		"AND of OR":           where(" AND ", "(n.a# = 1 OR n.b# = 2)"),
		"OR of AND":           where(" OR ", "(n.a# = 1 AND n.b# = 2)"),
		"AND in OR in AND": func(n int) string {
			return "MATCH (n) WHERE " + around("n.a = 1 AND (n.b = 2 OR (", "true", "))")(n) + " RETURN n"
		},
		"labels with &":        func(n int) string { return "MATCH (n:" + each("&", n, "A#") + ") RETURN n" },
		"labels with :":        func(n int) string { return "MATCH (n" + each("", n, ":A#") + ") RETURN n" },
		"labels with |":        func(n int) string { return "MATCH (n:" + each("|", n, "A#") + ") RETURN n" },
		"labels with & and |":  func(n int) string { return "MATCH (n:" + each("&", n, "(A#|B#)") + ") RETURN n" },
		"labels with !":        func(n int) string { return "MATCH (n:" + around("!", "A", "")(n) + ") RETURN n" },
		"AND of labels":        where(" AND ", "n:A#"),
		"AND of OR of labels":  where(" AND ", "(n:A# OR n:B#)"),
		"AND of label choices": where(" AND ", "n:(A#|B#)"),
		"AND of NOT AND":       where(" AND ", "NOT (n:A# AND n:B#)"),
		"types":                func(n int) string { return "MATCH (a)-[:" + each("|", n, "A#") + "]->(b) RETURN a" },
		"UNION":                func(n int) string { return each(" UNION ", n, "RETURN # AS x") },
		"UNION ALL":            func(n int) string { return each(" UNION ALL ", n, "MATCH (n:A#) RETURN n") },
		"comparisons":          returns(func(n int) string { return each(" < ", n, "n.a#") }),
		"properties":           returns(func(n int) string { return "n" + strings.Repeat(".a", n) }),
		"sums":                 returns(func(n int) string { return each(" + ", n, "n.a#") }),
		"powers":               returns(func(n int) string { return each(" ^ ", n, "n.a#") }),
		"joined texts":         returns(func(n int) string { return each(" + ", n, "'a#'") }),
		"list":                 returns(func(n int) string { return "[" + each(", ", n, "#") + "]" }),
		"map":                  returns(func(n int) string { return "{" + each(", ", n, "a#: #") + "}" }),
		"columns":              func(n int) string { return "MATCH (n) RETURN " + each(", ", n, "n.a# AS a#") },
		"counts":               func(n int) string { return "MATCH (n) RETURN " + each(", ", n, "count(n.a#) AS a#") },
		"order":                func(n int) string { return "MATCH (n) RETURN n ORDER BY " + each(", ", n, "n.a#") },
		"WITH":                 func(n int) string { return each(" ", n, "WITH *, # AS a#") + " RETURN 1" },
		"UNWIND":               func(n int) string { return each(" ", n, "UNWIND [1] AS a#") + " RETURN 1 AS x" },
		"MATCH":                func(n int) string { return each(" ", n, "MATCH (a#)") + " RETURN 1 AS x" },
		"OPTIONAL MATCH":       func(n int) string { return each(" ", n, "OPTIONAL MATCH (a#)-->()") + " RETURN 1 AS x" },
		"patterns":             func(n int) string { return "MATCH " + each(", ", n, "(a#)") + " RETURN 1 AS x" },
		"path":                 func(n int) string { return "MATCH (a)" + each("", n, "-->(a#)") + " RETURN 1 AS x" },
		"star":                 func(n int) string { return "MATCH " + each(", ", n, "(a)-[:X]-(a#)") + " RETURN 1 AS x" },
		"long paths":           func(n int) string { return "MATCH (a)" + each("", n, "-[*]->(a#)") + " RETURN 1 AS x" },
		"repeated patterns":    func(n int) string { return "MATCH (a)" + each("", n, " ((x#)-->(y#))+ (a#)") + " RETURN 1 AS x" },
	}
}

// TestSizes has each statement grow until it is refused, and the server plan the
// largest that is not.
func TestSizes(t *testing.T) {
	for name, statement := range growing() {
		t.Run(name, func(t *testing.T) {
			low, high := 1, 2
			for high < 65_536 && clears(statement(high)) {
				low, high = high, 2*high
			}
			for low+1 < high {
				if n := (low + high) / 2; clears(statement(n)) {
					low = n
				} else {
					high = n
				}
			}
			_, err := guard.Read(statement(high))
			var refused *guard.Refused
			if !errors.As(err, &refused) || refused.Reason != guard.Size {
				t.Errorf("%d times: got %v, want that it is too large", high, err)
			}
			s := connect(t)
			rows := 0
			if err := s.Run(t.Context(), "EXPLAIN "+statement(low), nil, Limits{Timeout: time.Hour}, count(&rows)); err != nil {
				t.Errorf("%d times: %v", low, err)
			}
		})
	}
}

package queries_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tasuki/queries"
)

var (
	relationship = regexp.MustCompile(`-\[([^\]]*)\]-`)
	bare         = regexp.MustCompile(`\)\s*(<--|-->|--)\s*\(`)
	// node finds what may be a node pattern: a bracket with a name, labels,
	// properties or a condition in it. Names of functions stand before theirs.
	node       = regexp.MustCompile(`(^|[^\w])\(([a-z]\w*)?(:[A-Z][\w|&]*)?(\s*\{[^}]*\})?( WHERE [^()]*)?\)`)
	introduced = regexp.MustCompile(`(?: AS |\b(?:any|all|none|single)\(|\[)([a-z]\w*)\b`)
	literal    = regexp.MustCompile(`'[^']*'|//[^\n]*`)
)

const marked = `tasuki: $dataset`

// unscoped returns the patterns of a statement that reach beyond a dataset: every
// relationship must bear its mark, and every node too, by itself or where its
// variable is introduced. Only inside and at the end of a repeated pattern the mark
// of the relationships may stand for that of the nodes that they join.
func unscoped(cypher string) []string {
	cypher = literal.ReplaceAllString(cypher, "")
	var faults []string
	for _, m := range relationship.FindAllStringSubmatch(cypher, -1) {
		if !strings.Contains(m[1], marked) && !strings.Contains(m[1], ".tasuki = $dataset") {
			faults = append(faults, m[0])
		}
	}
	faults = append(faults, bare.FindAllString(cypher, -1)...)
	known := map[string]bool{}
	for _, m := range introduced.FindAllStringSubmatch(cypher, -1) {
		known[m[1]] = true
	}
	places := node.FindAllStringSubmatchIndex(cypher, -1)
	part := func(at []int, i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return cypher[at[2*i]:at[2*i+1]]
	}
	scoped := func(at []int) bool {
		return strings.Contains(part(at, 4), marked) || strings.Contains(part(at, 5), ".tasuki = $dataset")
	}
	for _, at := range places {
		if scoped(at) || repeated(cypher, at[3], at[1]) {
			known[part(at, 2)] = true
		}
	}
	for _, at := range places {
		isPattern := part(at, 3) != "" || part(at, 4) != "" || joins(cypher, at[3], at[1])
		if !isPattern || scoped(at) || repeated(cypher, at[3], at[1]) || part(at, 3) == "" && part(at, 2) != "" && known[part(at, 2)] {
			continue
		}
		faults = append(faults, cypher[at[3]:at[1]])
	}
	return faults
}

// joins reports whether what stands from start to end is joined to a relationship.
func joins(cypher string, start, end int) bool {
	before, after := strings.TrimRight(cypher[:start], " \n"), strings.TrimLeft(cypher[end:], " \n")
	return strings.HasSuffix(before, "]-") || strings.HasSuffix(before, "]->") || strings.HasPrefix(after, "-[") || strings.HasPrefix(after, "<-[")
}

// repeated reports whether what stands there is inside a repeated pattern, such as
// (()-[...]->())*, or follows one.
func repeated(cypher string, start, end int) bool {
	before := strings.TrimRight(cypher[:start], " \n")
	if regexp.MustCompile(`\)(\*|\+|\{\d*,\d*\})$`).MatchString(before) {
		return true
	}
	depth := 0
	for i := end; i < len(cypher); i++ {
		switch cypher[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return regexp.MustCompile(`^\)(\*|\+|\{\d*,\d*\})`).MatchString(cypher[i:])
			}
		}
	}
	return false
}

// TestEveryPatternIsScoped keeps questions to what Tasuki wrote of one dataset.
func TestEveryPatternIsScoped(t *testing.T) {
	for _, q := range queries.All() {
		for _, f := range unscoped(q.Cypher) {
			t.Errorf("query %s: %s matches what is not of the dataset; put {%s} into it", q.Name, f, marked)
		}
	}
}

// TestUnscopedFinds forgets a mark here and there.
func TestUnscopedFinds(t *testing.T) {
	for cypher, want := range map[string][]string{
		`MATCH (t:Task {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset}) RETURN o`:        nil,
		`MATCH (t:Task {dataset: $dataset}) RETURN t`:                                                           {`(t:Task {dataset: $dataset})`},
		`MATCH (t:Task) RETURN count(t)`:                                                                        {`(t:Task)`},
		`MATCH (t {tasuki: $dataset})<-[:LEADS]-(o {tasuki: $dataset}) RETURN o`:                                {`-[:LEADS]-`},
		`MATCH (t {tasuki: $dataset})<-[r:LEADS WHERE r.x]-(o {tasuki: $dataset}) RETURN o`:                     {`-[r:LEADS WHERE r.x]-`},
		`MATCH (t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o) RETURN o`:                                {`(o)`},
		`MATCH (t {tasuki: $dataset}) WHERE EXISTS { (:Organization)-[:LEADS {tasuki: $dataset}]->(t) }`:        {`(:Organization)`},
		`MATCH (t {tasuki: $dataset}) RETURN COUNT { ()-[:LEADS {tasuki: $dataset}]->(t) }`:                     {`()`},
		`MATCH (t {tasuki: $dataset}) RETURN COUNT { (t)-->(t) }`:                                               {`)-->(`},
		`MATCH (s {tasuki: $dataset})(()-[:X]->())*(g) RETURN g`:                                                {`-[:X]-`},
		`MATCH (s {tasuki: $dataset})(()-[:X {tasuki: $dataset}]->(b WHERE b <> s)){2,}(g WHERE g <> s)`:        nil,
		`MATCH (t {tasuki: $dataset}) WITH collect(t) AS l UNWIND l AS u MATCH (u)-[:X {tasuki: $dataset}]-(v)`: {`(v)`},
		`MATCH (t:Task {tasuki: $dataset})-[:PART_OF*]->(c {tasuki: $dataset}) RETURN c`:                        {`-[:PART_OF*]-`},
		`RETURN size('(t:Task)') // (t:Task)`:                                                                   nil,
	} {
		if got := unscoped(cypher); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", cypher, got, want)
		}
	}
}

package browser

import "testing"

// TestPlaces tries what is completed where, by the module that says it.
func TestPlaces(t *testing.T) {
	ctx := chromium(t)
	address, _ := serve(t)
	visit(t, ctx, windows()[0], address+"/ask")
	const ask = `async (before, typed) => { const m = await import("/place.mjs"); return (m.wanted(before) ?? "") + (m.named(before, typed) ? " named" : ""); }`
	for _, c := range []struct{ before, typed, want string }{
		{"", "ma", "keyword"},
		{"", "m", "keyword named"},
		{"MATCH (", "or", "keyword named"},
		{"MATCH (t:", "Ta", "label"},
		{"MATCH (t:Task|", "Fl", "label"},
		{"MATCH (t:!", "Fl", "label"},
		{"MATCH (t:Task&!", "Fl", "label"},
		{"MATCH (t:Task ", "wh", "keyword"},
		{"MATCH (t)-[:", "Le", "relationship"},
		{"MATCH (t)-[r:LEADS|", "Le", "relationship"},
		{"MATCH (t)-[:`A B` | ", "Le", "relationship"},
		{"MATCH (t)-[r:LEADS]->(:", "Le", "label"},
		{"MATCH (t {", "na", "property"},
		{"MATCH (t {id: 1, ", "na", "property"},
		{"MATCH (t {id: ", "na", "keyword"},
		{"MATCH (t {id: $", "na", "parameter"},
		{"MATCH (t) WHERE t.", "na", "property"},
		{"MATCH (t) WHERE t:", "na", "label"},
		{"MATCH (t) WHERE (t).", "na", "property"},
		{"MATCH (t) WHERE t.`a b`.", "na", "property"},
		{"MATCH (業務) WHERE 業務.", "na", "property"},
		{"MATCH (t) WHERE 1.", "e", " named"},
		{"MATCH p = (a)-[*1..", "e", " named"},
		{"RETURN EXISTS {", "ma", "keyword"},
		{"CALL (t) {", "ma", "keyword"},
		{"MATCH (or) RETURN ", "or", "keyword named"},
		{"MATCH (o) RETURN o AS ", "or", "keyword named"},
		{"MATCH (o) RETURN o ", "or", "keyword"},
	} {
		if got := evaluate[string](t, ctx, ask, c.before, c.typed); got != c.want {
			t.Errorf("%q before %q wants %q, not %q", c.before, c.typed, got, c.want)
		}
	}
}

package queries_test

import (
	"reflect"
	"strings"
	"testing"

	"tasuki/queries"
)

func TestAll(t *testing.T) {
	all := queries.All()
	if len(all) < 40 {
		t.Errorf("there are %d queries, want at least 40", len(all))
	}
	readers := map[string]int{}
	for i, q := range all {
		if i > 0 && all[i-1].Name >= q.Name {
			t.Errorf("query %s does not come after %s", q.Name, all[i-1].Name)
		}
		for _, r := range q.Readers {
			readers[r]++
		}
		got, err := queries.Get(q.Name)
		if err != nil || !reflect.DeepEqual(got, q) {
			t.Errorf("Get(%q) is %v, %v", q.Name, got, err)
		}
		if !strings.Contains(q.Cypher, "\nORDER BY ") {
			t.Errorf("query %s does not order its rows", q.Name)
		}
	}
	for _, r := range queries.Readers() {
		if readers[r] < 10 {
			t.Errorf("there are %d queries for %s, want at least 10", readers[r], r)
		}
	}
	if _, err := queries.Get("no-such"); err == nil || !strings.Contains(err.Error(), "query list") {
		t.Errorf("got %v", err)
	}
}

const header = `// title.en: Title
// title.ja: 題
// question.en: What?
// question.ja: 何か
// readers: risk, drill
// param dataset text: the dataset
// param k integer = 3: how many
// param rule any|each = null: the rule
// param ids texts = ["a"]: some
// param share number = 0.5: a share
// param all flag = false: all of them
// column id: its ID
// order: id desc
// agrees: none: it lists facts
`

const body = "MATCH (n {dataset: $dataset}) WHERE $rule = 'x' AND $all AND n.share > $share AND n.id IN $ids RETURN n.id AS id ORDER BY id DESC LIMIT $k\n"

func TestParse(t *testing.T) {
	q, err := queries.Parse("name", header+body)
	if err != nil {
		t.Fatal(err)
	}
	if q.Cypher != body || len(q.Params) != 6 || q.Params[1].Default != int64(3) || !reflect.DeepEqual(q.Params[3].Default, []string{"a"}) ||
		!reflect.DeepEqual(q.Params[2].Words, []string{"any", "each"}) || q.Order[0] != (queries.Key{Column: "id", Desc: true}) {
		t.Errorf("got %+v", q)
	}
}

func TestParseReports(t *testing.T) {
	for _, test := range []struct{ old, new, want string }{
		{"// title.ja: 題\n", "", "line 2 has the key question.en where title.ja is due"},
		{"// title.ja: 題\n", "// title.ja:\n", "line 2 is not of the form"},
		{"// title.ja: 題\n", "// title.ja x: 題\n", "takes no name"},
		{"// readers: risk, drill\n", "// readers: everybody\n", `"everybody" is no reader`},
		{"// agrees: none: it lists facts\n", "", "the header ends where agrees is due"},
		{"// agrees: none: it lists facts\n", "// agrees: none\n", "line 14: it must be of the form"},
		{"// agrees: none: it lists facts\n", "// agrees: something: else\n", "agrees: PACKAGE.FUNCTION: in what"},
		{"// param dataset text: the dataset\n", "", "the first parameter must be dataset"},
		{"dataset text: ", "dataset text = \"x\": ", "the first parameter must be dataset"},
		{"param k integer = 3", "param k integer = \"3\"", "k is 3, and must be of type integer"},
		{"param k integer = 3", "param k integer = 3 4", "is not a JSON value"},
		{"param k integer = 3", "param k whole = 3", "whole is not a type"},
		{"param k integer", "param k", "is not of the form param NAME TYPE"},
		{"param rule any|each = null", `param rule any|each = "all"`, "rule is all, and must be one of any, each"},
		{`["a"]`, "[1]", "must be of type texts"},
		{"param all flag", "param k flag", "the parameter k is declared twice"},
		{"LIMIT $k", "", "does not use the parameter k"},
		{"LIMIT $k", "LIMIT $kk", "uses the parameter kk, which the header does not declare"},
		{"// column id: its ID\n", "// column id: its ID\n// column id: again\n", "the column id is declared twice"},
		{"// order: id desc\n", "// order: name\n", "ordered by name, which is no column"},
		{body, "\n", "there is no query"},
	} {
		text := strings.Replace(header+body, test.old, test.new, 1)
		if _, err := queries.Parse("name", text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q for %q: got %v, want an error with %q", test.new, test.old, err, test.want)
		}
	}
	if _, err := queries.Parse("Not a name", header+body); err == nil {
		t.Error("a name with spaces is taken")
	}
}

func TestBind(t *testing.T) {
	q, err := queries.Parse("name", header+body)
	if err != nil {
		t.Fatal(err)
	}
	defaults := map[string]any{"dataset": "x", "k": int64(3), "rule": nil, "ids": []string{"a"}, "share": 0.5, "all": false}
	for _, test := range []struct {
		given map[string]string
		want  map[string]any
	}{
		{map[string]string{"dataset": "x"}, nil},
		{map[string]string{"dataset": "x", "k": "-7", "rule": "any"}, map[string]any{"k": int64(-7), "rule": "any"}},
		{map[string]string{"dataset": "x", "ids": "a, b,,c", "share": "1e3", "all": "true"}, map[string]any{"ids": []string{"a", "b", "c"}, "share": 1000.0, "all": true}},
		{map[string]string{"dataset": "x'}) DETACH DELETE n //", "ids": ""}, map[string]any{"dataset": "x'}) DETACH DELETE n //", "ids": []string{}}},
	} {
		got, err := q.BindTexts(test.given)
		for name, v := range defaults {
			if want, ok := test.want[name]; ok {
				v = want
			}
			if !reflect.DeepEqual(got[name], v) {
				t.Errorf("%v: %s is %#v, want %#v (%v)", test.given, name, got[name], v, err)
			}
		}
	}
	for _, test := range []struct {
		given map[string]any
		want  []string
	}{
		{map[string]any{}, []string{"dataset is missing: the dataset"}},
		{map[string]any{"dataset": nil}, []string{"dataset is <nil>"}},
		{map[string]any{"dataset": 1, "k": "x", "rule": "all", "ids": "a", "share": []string{}, "all": 1}, []string{
			"dataset is 1, and must be of type text", "k is x", "one of any, each", "ids is a", "share is []", "all is 1",
		}},
		{map[string]any{"dataset": "x", "datset": "y"}, []string{"datset is no parameter of it; it has dataset, k, rule, ids, share, all"}},
	} {
		_, err := q.Bind(test.given)
		for _, want := range test.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%v: got %v, want an error with %q", test.given, err, want)
			}
		}
	}
	for name, text := range map[string]string{"k": "3.5", "share": "NaN", "all": "perhaps", "rule": ""} {
		if _, err := q.BindTexts(map[string]string{"dataset": "x", name: text}); err == nil {
			t.Errorf("%s takes %q", name, text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(header + body)
	for _, q := range queries.All()[:5] {
		f.Add(q.Cypher)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := queries.Parse("name", text)
		if err != nil {
			return
		}
		given := map[string]string{}
		for _, p := range q.Params {
			given[p.Name] = "1"
		}
		q.BindTexts(given)
		if q.Title.JA == "" || len(q.Columns) == 0 || len(q.Order) == 0 || q.Cypher == "" {
			t.Errorf("the header is not whole: %+v", q)
		}
	})
}

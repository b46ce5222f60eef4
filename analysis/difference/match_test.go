package difference_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/difference"
	"tasuki/graph"
)

// tasks returns a dataset of tasks: an ID, and names in Japanese and English, between bars.
func tasks(lines ...string) (d graph.Dataset) {
	for _, line := range lines {
		part := strings.Split(line+"||", "|")
		d.Tasks = append(d.Tasks, graph.Task{ID: part[0], Name: graph.Name{JA: part[1], EN: part[2]}})
	}
	return d
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, now graph.Dataset
		want     []string
	}{
		{"an ID goes before a name", tasks("1||Report", "2||Repair"), tasks("1||Repair", "2||Report"), nil},
		{"what has no name", tasks("1"), tasks("2"), nil},
		{"one to one, by ID", tasks("a10||Watch", "a9||Watch"), tasks("b1||watch", "b2||Watch", "b3||Watch"), []string{"a9=b1 1.00", "a10=b2 1.00"}},
		{"Japanese first", tasks("a|監視|Watch"), tasks("b|点検|Watch", "c|監視|Guard"), []string{"a=c 1.00"}},
		{"equal before alike", tasks("a||Repair the line", "b||Repair the lines"), tasks("x||Repair the lines", "y||Mend"), []string{"b=x 1.00"}},
		{"the most alike first", tasks("a||Restore the data", "b||Restore the dates"), tasks("c||Restore the date"), []string{"b=c 0.96"}},
		{"of equally alike ones the lower ID", tasks("b||Watch line 2", "a||Watch line 3"), tasks("c||Watch line 1"), []string{"a=c 0.89"}},
		{"too little alike", tasks("a||Report the fault"), tasks("b||Repair the line"), nil},
		{"in the order of the lower IDs", tasks("a||Report", "z||Repair"), tasks("c||Report", "b||Repair"), []string{"a=c 1.00", "z=b 1.00"}},
	} {
		var got []string
		for _, m := range difference.Matches(c.old, c.now) {
			got = append(got, fmt.Sprintf("%s=%s %.2f", m.Old, m.New, m.Similarity))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestMatchesOfMany has one name many times, which must not cost its square, and then more
// names than are compared: of these only equal ones are matched.
func TestMatchesOfMany(t *testing.T) {
	const n = 50_000
	many := func(side, name string) (lines []string) {
		for i := range n {
			lines = append(lines, fmt.Sprintf("%s%d||%s", side, i, strings.ReplaceAll(name, "N", fmt.Sprint(i))))
		}
		return lines
	}
	list := difference.Matches(tasks(many("a", "Watch")...), tasks(many("b", "Watch")...))
	if len(list) != n || list[n-1] != (difference.Match{Kind: difference.Task, Old: "a49999", New: "b49999", Similarity: 1}) {
		t.Errorf("%d of %d are matched", len(list), n)
	}
	list = difference.Matches(tasks(append(many("a", "Watch N closely"), "x||Same")...), tasks(append(many("b", "Watch N close"), "y||Same")...))
	if len(list) != 1 || list[0].Old != "x" {
		t.Errorf("%d are matched, want the equal name alone", len(list))
	}
}

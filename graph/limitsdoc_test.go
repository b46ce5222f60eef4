package graph

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph/jsonscan"
)

// TestLimitsAreDocumented fails when a limit differs from what the page says.
func TestLimitsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/performance.md")
	if err != nil {
		t.Fatal(err)
	}
	for row, limits := range map[string][]int{
		"organizations, tasks, assignments":                          {MaxOrganizations, MaxTasks, MaxAssignments},
		"flows, handoffs of all of them":                             {MaxFlows, MaxHandoffs},
		"terms of a vocabulary, supplies":                            {MaxTerms, MaxSupplies},
		"aliases, contacts, starts, goals, rows and alternatives":    {MaxIDs},
		"a line of parents":                                          {MaxLevels},
		"a text":                                                     {MaxText},
		"organizations times tasks, handoffs, phases and categories": {MaxCells},
		"pairs of tasks of one flow, over all flows":                 {MaxFlowPairs},
		"chains of four tasks in flows":                              {MaxChains},
		"pairs of leads at the ends of handoffs":                     {MaxShares},
		"a JSON file":                                                {MaxJSONBytes >> 20, jsonscan.MaxDepth, jsonscan.MaxKeys, MaxHandoffs + MaxIDs},
	} {
		_, rest, found := strings.Cut(string(page), "\n| "+row)
		line, _, _ := strings.Cut(rest, "\n")
		for _, n := range limits {
			if !found || !strings.Contains(line, grouped(n)) {
				t.Errorf("docs/performance.md: the row %q lacks %s", row, grouped(n))
			}
		}
	}
}

// grouped writes a number with commas.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

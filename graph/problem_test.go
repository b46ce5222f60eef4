package graph

import (
	"fmt"
	"strings"
	"testing"
)

func problemAt(line int, value, kind string, args ...any) Problem {
	return Problem{Source: Source{File: "x", Line: line, Column: 1}, Value: value, Kind: kind, Message: fmt.Sprintf(kind, args...)}
}

func TestProblemsAreListedUntilTheyAreMany(t *testing.T) {
	mark := func(n, from int, value string) (ps Problems) {
		for i := range n {
			ps = append(ps, problemAt(from+i, value, "is no mark of row %d", from+i))
		}
		return ps
	}
	names := func(n int) (ps Problems) {
		for i := range n {
			ps = append(ps, problemAt(i+1, fmt.Sprintf("k%d", i), "is no key"))
		}
		return ps
	}
	for _, c := range []struct {
		name     string
		problems Problems
		want     []string
	}{
		{"none", nil, nil},
		{"three alike", mark(3, 1, "◆"), []string{
			`x:1:1: "◆": is no mark of row 1`, `x:2:1: "◆": is no mark of row 2`, `x:3:1: "◆": is no mark of row 3`,
		}},
		{"four alike", mark(4, 1, "◆"), []string{`x:1:1: "◆": is no mark of row 1 (4 times, also: x:2:1, x:3:1)`}},
		{"others between", append(append(mark(4, 1, "◆"), mark(1, 5, "▲")...), mark(400, 6, "◇")...), []string{
			`x:1:1: "◆": is no mark of row 1 (4 times, also: x:2:1, x:3:1)`, `x:5:1: "▲": is no mark of row 5`,
			`x:6:1: "◇": is no mark of row 6 (400 times, also: x:7:1, x:8:1)`,
		}},
		{"eleven of a kind", names(11), []string{`x:1:1: "k0": is no key (11 times, also: "k1" at x:2:1, "k2" at x:3:1)`}},
		{"another kind too", append(names(11), problemAt(20, "a", "is empty")), []string{
			`x:1:1: "k0": is no key (11 times, also: "k1" at x:2:1, "k2" at x:3:1)`, `x:20:1: "a": is empty`,
		}},
		{"no place", Problems{{Message: "a"}, {Message: "a"}, {Message: "a"}, {Message: "a"}}, []string{`"": a (4 times)`}},
		{"a long value", Problems{{Value: strings.Repeat("é", 500), Message: "is long"}}, []string{`"` + strings.Repeat("é", 100) + `…": is long`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var kept Collector
			kept.AddAll(c.problems)
			for what, ps := range map[string]Problems{"all": c.problems, "collected": kept.Problems()} {
				if got, want := ps.Error(), strings.Join(c.want, "\n"); got != want {
					t.Errorf("%s:\n%s\nwant\n%s", what, got, want)
				}
				if ps.Count() != len(c.problems) {
					t.Errorf("%s: count %d, want %d", what, ps.Count(), len(c.problems))
				}
			}
		})
	}
}

func TestCollectorIsBounded(t *testing.T) {
	var c Collector
	const n = 100_000
	for i := range n {
		c.Add(problemAt(i+1, fmt.Sprint(i), "is no key"))
		c.Add(problemAt(i+1, "◆", "is no mark"))
		c.Add(problemAt(i+1, strings.Repeat("x", 10_000), "is long"))
	}
	if c.Count() != 3*n || c.Problems().Count() != 3*n {
		t.Errorf("counts %d and %d, want %d", c.Count(), c.Problems().Count(), 3*n)
	}
	kept := c.Problems()
	if len(kept) != keptValues+2*keptOfEqual {
		t.Errorf("%d problems kept", len(kept))
	}
	for _, p := range kept {
		if len(p.Value) > 2*keptBytes {
			t.Errorf("a value of %d bytes kept", len(p.Value))
		}
	}
	if lines := strings.Split(kept.Error(), "\n"); len(lines) != 3 {
		t.Errorf("%d lines, want one of each kind:\n%s", len(lines), kept.Error())
	}
}

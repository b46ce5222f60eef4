package markdown

import (
	"runtime"
	"strings"
	"testing"

	"tasuki/internal/rowtext"
	"tasuki/internal/seeds"
)

// shown returns the tables of a text with their rows, and what was assumed.
func shown(text string) (string, error) {
	b, err := Open(strings.NewReader(text))
	if err != nil {
		return "", err
	}
	return rowtext.Book(b)
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "| Task | Ops |\n| --- | :-: |\n| Open | R |\n", "[table 1]\n1: Task|Ops\n2: Open|R"},
		{"without bars at the ends", "Task | Ops\n--- | ---\nOpen | R\n\nFind | A\n", "[table 1]\n1: Task|Ops\n2: Open|R"},
		{"among text", "# RACI\n\nWho does what, see [x] | y.\n\n| Task | Ops |\r\n|---|---|\r\n| Open | R |\r\n\r\nText | with a bar.\n\n## More\n| Step | HW |\n|:--|--:|\n| Fix | A |\n",
			"[table 1]\n1: Task|Ops\n2: Open|R\n[table 2]\n1: Step|HW\n2: Fix|A"},
		{"headings below text", "Some text\n| Task | Ops |\n|---|---|\n| Open | R |\n", "[table 1]\n1: Task|Ops\n2: Open|R"},
		{"rows of unequal length", "| Task | Ops | HW |\n|---|---|---|\n| Open | R |\n| Fix | | A | B |\n|\n| |\n", "[table 1]\n1: Task|Ops|HW\n2: Open|R\n3: Fix||A|B\n4:\n5: "},
		{"what ends a table", "|a|\n|-|\n|b|\n# c\n|d|\n|-|\n|e|\n> f\n", "[table 1]\n1: a\n2: b\n[table 2]\n1: d\n2: e"},
		{"a heading that begins with a sign", "| # | Task |\n|---|---|\n| - | a |\n| # b | c |\n", "[table 1]\n1: #|Task\n2: -|a\n3: # b|c"},
		{"escapes", "| a\\|b | `c\\|d` | \\*e\\* | f\\\\ |\n|---|---|---|---|\n", "[table 1]\n1: a|b|c|d|*e*|f\\"},
		{"markup", "| **Start** | *R* | __A__ | ~~C~~ | R* | snake_case_name | 2 * 3 * 4 |\n|---|---|---|---|---|---|---|\n| `R` | ***R*** | **A**, *R* | a_b_ | <b>R</b><sup>1</sup> | a<br>b<br/>c | &#9675;&nbsp;&amp; |\n",
			"[table 1]\n1: Start|R|A|C|R*|snake_case_name|2 * 3 * 4\n2: R|R|A, R|a_b_|R1|a\\nb\\nc|○\u00a0&"},
		{"links", "| [Ops](http://a.b/c \"d\") | [HW][1] | [DB][] | [x] | [1] | ![tick](t.png) | <http://a.b> | [a[b](c)](d) |\n|---|---|---|---|---|---|---|---|\n\n[1]: http://e\n[db]: <f>\n",
			"[table 1]\n1: Ops|HW|DB|[x]|1|tick|http://a.b|[ab](d)"},
		{"in a quotation and a list", "> | a | b |\n> |---|---|\n> | c | d |\n\n1. x\n\n   | e |\n   |---|\n   | f |\n", "[table 1]\n1: a|b\n2: c|d\n[table 2]\n1: e\n2: f"},
		{"in fences", "```\n| a |\n|---|\n```\n~~~~ md\n| b |\n|---|\n~~~\n~~~~\n<!--\n| c |\n|---|\n-->\n| d |\n|---|\n", "[table 1]\n1: d"},
		{"no end to a fence", "| d |\n|---|\n```\n| a |\n|---|\n", "[table 1]\n1: d"},
		{"in HTML", "# RACI\n| a |\n|---|\n\n<table>\n<tr><td>b\n<tr><td colspan=2>c</table>\n```\n<table><tr><td>d</table>\n```\n", "[table 1]\n1: a\n[table 2]\n1: b\n2: c|c*"},
		{"other line ends", "| a |\r|---|\r| b |\r", "[table 1]\n1: a\n2: b"},
		{"front matter", "---\ntitle: a | b\n---\n| c |\n|---|\n", "[table 1]\n1: c"},
	} {
		got, err := shown(c.text)
		if err != nil || got != c.want {
			t.Errorf("%s: got\n%s\n%v\nwant\n%s", c.name, got, err, c.want)
		}
	}
}

// TestHostileTexts reads texts that would cost much.
func TestHostileTexts(t *testing.T) {
	part := seeds.Size(1, 8) // of the texts that are read
	head := "| a | b |\n|---|---|\n"
	for _, c := range []struct{ name, text, want string }{
		{"tables", strings.Repeat("|a|\n|-|\n\n", 70_000), "more than 65536 tables"},
		{"a long cell", head + strings.Repeat("x", 300<<10), "a cell with more than 256 KiB"},
		{"a long row", head + strings.Repeat("x|", 3<<20), "longer than 4 MiB"},
		{"columns", head + strings.Repeat("x|", 20_000), "more than 16384 columns"},
		{"stars", head + strings.Repeat("*a ", 80_000/part), ""},
		{"stars and bars of words", head + strings.Repeat("a**b_c* ", 30_000/part), ""},
		{"pairs", head + strings.Repeat("*a_ ", 60_000/part), ""},
		{"brackets", head + strings.Repeat("[", 250_000/part), ""},
		{"links", head + strings.Repeat("[a](", 60_000/part), ""},
		{"references", head + strings.Repeat("[a][", 60_000/part), ""},
		{"closing brackets", head + strings.Repeat("[", 100_000/part) + strings.Repeat("]", 100_000/part), ""},
		{"backticks", head + ticks(700), ""},
		{"tags", head + strings.Repeat("<a ", 80_000/part), ""},
		{"entities", head + strings.Repeat("&a", 100_000/part), ""},
		{"fences", strings.Repeat("```\n", 300_000/part) + head, ""},
		{"comments", strings.Repeat("<!--\n", 300_000), "the text holds no table"},
		{"dashes", strings.Repeat("|-\n", 300_000/part), ""},
		{"nothing", "a | b\n", "the text holds no table"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		b, err := Open(strings.NewReader(c.text))
		for _, s := range b.Sheets[:min(len(b.Sheets), 10)] {
			for _, failed := range s.Rows {
				err = failed
			}
		}
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > 256<<20 && !seeds.Race {
			t.Errorf("%s: %d MiB were allocated", c.name, n>>20)
		}
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// ticks returns runs of backticks of every length up to n.
func ticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("`", i+1) + " ")
	}
	return b.String()
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("| a | **b** |\n|---|---|\n| [c](d) | `e\\|f` |\n\n[x]: y\n"))
	f.Add([]byte("> a|b\r\n> -|-\r\n> <br>|&amp;*c*_d_\n```\n|\n"))
	f.Add([]byte("<table><tr><td>a\n|b|\n|-|\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := Open(strings.NewReader(string(data))); err == nil {
			rowtext.Check(t, b)
		}
	})
}

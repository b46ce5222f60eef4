package render_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render"
)

// fork is a flow with three paths, and one with a single one.
const fork = `1: a*
2: b*
3: c*
4: d*
5: a*
flow fork from 1 to 5: 1 -> 2 -> 5, 1 -> 3 -> 5, 1 -> 4 -> 5
flow line from 1 to 2: 1 -> 2
`

// TestPathsThatALimitCutOff checks that a list of paths is called whole exactly
// when it is, wherever it is written.
func TestPathsThatALimitCutOff(t *testing.T) {
	g := graphtext.Graph(t, fork)
	says := map[graph.Lang]struct{ none, others, group, gist string }{
		graph.English:  {"There is no other path from 1.", "There are other paths from 1;", "%d of at least %d alternates from 1", ", at least %d alternate"},
		graph.Japanese: {"1 からの経路は他にない。", "1 からの経路は他にもある", "1 からの代わりの経路（%[2]d 以上のうち %[1]d）", "、代わりの経路 %d 以上"},
	}
	for k := 1; k <= 4; k++ {
		r := analysis.Analyze(g, analysis.Options{Paths: k})
		if line := r.Escalations[1].Ladders[0]; line.More {
			t.Errorf("paths %d: a flow with one path has more", k)
		}
		for _, lang := range graph.Langs() {
			for name, write := range map[string]func(io.Writer) error{
				"text":     func(w io.Writer) error { return render.EscalationText(w, g, r.Escalations, lang) },
				"markdown": func(w io.Writer) error { return render.Markdown(w, g, r, nil, lang) },
				"html":     func(w io.Writer) error { return render.HTML(w, g, r, nil, lang) },
			} {
				var b bytes.Buffer
				if err := write(&b); err != nil {
					t.Fatal(err)
				}
				text, s := b.String(), says[lang]
				if name != "text" {
					text = readable(name, text)
				}
				cut := k < 3
				for _, x := range []struct {
					phrase string
					times  int
				}{
					{s.none, 1},
					{s.others, count(k == 1)},
					{fmt.Sprintf(s.group, k-1, k), count(cut && k > 1)},
					{fmt.Sprintf(s.gist, k), count(cut && name != "text")},
				} {
					if got := strings.Count(text, x.phrase); got != x.times {
						t.Errorf("paths %d, %s, %s: %q stands there %d times, want %d", k, name, lang, x.phrase, got, x.times)
					}
				}
			}
		}
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

package graphviz

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"tasuki/render/diagram"
	"tasuki/render/encode"
	"tasuki/render/layout"
)

// What a drawing says is in its SVG to the letter, spaces apart.
func FuzzText(f *testing.F) {
	for _, text := range []string{
		`"quotes" and \backslashes\`, `\N \G \n \l \r \\ \"`, "<b>&amp;&lt;&eacute;&#12354;</b>", "a & b", "]]>", "<!-- -->",
		"line\nbreak", "tab\tand nul\x00 and \x1b", "原因調査を、依頼する。", "👩‍🔧", "שלום", "", " ", "{a|b}", "\ufffe", "\u00a0 \u2028", "--", "%1",
	} {
		f.Add(text)
	}
	r := renderer(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || utf8.RuneCountInString(text) > 60 {
			return
		}
		svg, err := r.SVG(context.Background(), encode.DOT(diagram.Diagram{
			ID: "test", Title: text, Lanes: []diagram.Lane{{Title: text}},
			Nodes: []diagram.Node{{ID: "a", Text: text, Ref: text, Hint: text}, {ID: "b", Text: text, Head: text, Row: 1}},
			Edges: []diagram.Edge{{From: "a", To: "b", Label: text, Hint: text}},
			Notes: []string{text},
		}))
		if err != nil {
			t.Fatal(err)
		}
		want := printed(text)
		for _, n := range parseSVG(t, svg).nodes() {
			if n.Title != "a" && n.Title != "lane 1 title" && n.Title != "title" && n.Title != "b text" && n.Title != "note 1" {
				continue
			}
			var got strings.Builder
			for _, line := range n.Texts {
				got.WriteString(line.Text)
			}
			// A text of too many lines ends in an ellipsis.
			begin, clipped := strings.CutSuffix(printed(got.String()), "…")
			if begin != want && !(clipped && strings.HasPrefix(want, begin)) {
				t.Errorf("node %q says %q, want %q", n.Title, got.String(), want)
			}
		}
	})
}

// printed returns text without spaces, and with U+FFFD for what XML cannot hold.
func printed(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) || r == 0x7F || r == 0xFFFE || r == 0xFFFF {
			return utf8.RuneError
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), "")
}

func TestSVGIsWellFormed(t *testing.T) {
	r := renderer(t)
	for name, d := range testDrawings(t) {
		svg := paint(t, r, encode.DOT(d))
		in := xml.NewDecoder(bytes.NewReader(svg))
		ids := map[string]bool{}
		for {
			token, err := in.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			start, _ := token.(xml.StartElement)
			for _, a := range start.Attr {
				if a.Name.Local == "id" && ids[a.Value] {
					t.Errorf("%s: two elements have the id %q", name, a.Value)
				}
				ids[a.Value] = ids[a.Value] || a.Name.Local == "id"
			}
		}
		if !bytes.Contains(svg, []byte("<style>."+layout.BoldClass)) {
			t.Errorf("%s has no style of bold text", name)
		}
	}
}

// A renderer still works after input that it refused, and what stood behind a
// graph does not show up in the next drawing.
func TestSVGErrors(t *testing.T) {
	r := renderer(t)
	const good = "digraph { a }"
	want, err := r.SVG(context.Background(), good)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "digraph { a [", `digraph { a "`, "digraph { a } digraph { b }", "digraph { a } }", "digraph { a } digraph {", "digraph { \x00 }", "graph { a -> b }"} {
		if svg, err := r.SVG(context.Background(), bad); err == nil && !strings.HasSuffix(bad, "} }") && !strings.HasSuffix(bad, "digraph {") {
			t.Errorf("SVG(%q) = %s, want an error", bad, svg)
		}
		if got, err := r.SVG(context.Background(), good); err != nil || !bytes.Equal(got, want) {
			t.Errorf("after %q: %v, %s", bad, err, got)
		}
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.SVG(ended, good); err == nil {
		t.Error("no error after the context ended")
	}
}

func TestSVGFromSeveralGoroutines(t *testing.T) {
	drawings := testDrawings(t)
	want := map[string][]byte{}
	r := renderer(t)
	for name, d := range drawings {
		want[name] = paint(t, r, encode.DOT(d))
	}
	var wg sync.WaitGroup
	for range 3 {
		for name, d := range drawings {
			wg.Go(func() {
				got, err := r.SVG(context.Background(), encode.DOT(d))
				if err != nil || !bytes.Equal(got, want[name]) {
					t.Errorf("%s differs from goroutine to goroutine (%v)", name, err)
				}
			})
		}
	}
	wg.Wait()
}

package main

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/golden"
	"tasuki/internal/seeds"
)

// exhibits are the pictures of docs/gallery.md.
var exhibits = []struct{ file, title, says, args string }{
	{"dependencies", "Who depends on whom", "組織の依存関係",
		"dependencies examples/pension"},
	{"dependencies-hidden", "The same without its hub: what is left, and what goes by way of it", "中心の組織を省いた依存関係（破線はその経由）",
		"dependencies examples/pension --hide ops"},
	{"flow", "One flow, in lanes by leading organization", "手順を組織ごとの列で",
		"flow examples/pension hardware-fault"},
	{"flow-focus", "A part of it: two handoffs around one task", "一つの作業の前後だけ",
		"flow examples/pension hardware-fault --focus 3-73 --depth 2"},
	{"ladder", "Whom to call, and whom next", "連絡の順と代替経路",
		"ladder examples/pension hardware-fault"},
	{"ladder-absent", "Whom to call when the hardware supplier is absent", "ハードウェア業者が不在のときの連絡の順",
		"ladder examples/pension hardware-fault --without hw --leads any"},
	{"ladder-waits", "Whom to call and how long to wait, where contacts are declared", "連絡先と待ち時間のある連絡の順",
		"ladder examples/helpdesk outage --without net"},
	{"matrix", "The responsibility matrix of a flow", "手順の役割分担表",
		"matrix examples/pension --flow hardware-fault"},
	{"matrix-introduction", "The responsibility matrix of a phase", "期間の役割分担表",
		"matrix examples/pension --phase introduction"},
	{"dependencies-without", "What a change takes away: dependencies without the hardware supplier", "変更の印：ハードウェア業者が不在のときの依存関係",
		"dependencies examples/pension --without hw"},
	{"flow-change", "What a change breaks in a flow, and what it adds", "変更の印：手順で途切れる箇所と加わるもの",
		"flow examples/pension inquiry --lead 3-27=ops:hw --without-task 3-30"},
	{"matrix-merged", "A change in the matrix: the storage supplier becomes a part of the hardware supplier", "変更の印：ストレージ業者を統合した役割分担表",
		"matrix examples/pension --flow hardware-fault --merge storage:hw"},
	{"flow-observed", "What an event log shows of a flow: how often handoffs were seen, and what nobody declared", "イベントログに見る手順の実績",
		"flow examples/helpdesk outage --log examples/helpdesk-log/log.csv --mapping examples/helpdesk-log/mapping.yaml"},
	{"supplies", "Who supplies what, where", "供給の一覧",
		"supplies examples/pension"},
	{"concentration", "How concentrated the lead is, against the limits of named authorities", "主担当の集中と各当局の基準",
		"concentration examples/pension"},
	{"loss", "What is still led when organizations are lost", "組織を失ったときに残る作業",
		"loss examples/pension"},
}

// TestGallery keeps docs/gallery.md and its pictures as the program draws them;
// with -update it writes them.
func TestGallery(t *testing.T) {
	var page strings.Builder
	page.WriteString(`# Gallery

Every kind of drawing, of the examples, in both languages. The pictures and this
page are written by

    go test ./cmd/tasuki -run Gallery -update

The commands below write SVG; with an ending of ` + "`.png` or `.pdf` after `-o`" + ` they write
these, the PDF on pages of A4 or A3 with text that can be searched. They draw in
English with ` + "`--lang en` and in Japanese with `--lang ja`" + `.

A character that the font lacks is painted as what means the same: what Unicode calls
compatible (㈱ as (株), ㎡ as m², ㌔ as キロ), or the usual form of a kanji in names (德 as 徳, 濵 as
濱). Where nothing does, such as for 삼 or 🦊, a box with the number of the character in Unicode stands for it,
and in a PDF the character can still be searched and copied. What stands for what is said under a picture, in the pack
of a drill on its first sheets, in the PDF of a report, and on standard error. Nothing is refused. Another font may have it
(` + "`--font`" + `: .ttf, .otf or .ttc, of which ` + "`FILE#2`" + ` is the second font), and an SVG shows it in the fonts of its reader. A character that turns the direction
of reading is shown as a sign, such as 〈U+202E〉.
`)
	for _, e := range exhibits {
		fmt.Fprintf(&page, "\n## %s\n\n%s\n\n    tasuki draw %s\n\n", e.title, e.says, e.args)
		for i, lang := range []string{"en", "ja"} {
			args := append([]string{"draw"}, strings.Fields(strings.ReplaceAll(e.args, "examples/", "../../examples/"))...)
			file := "gallery/" + e.file + "-" + lang + ".svg"
			if seeds.All() || len(e.args)%2 == i { // in a short or slow run one language of each
				golden.Check(t, "../../../docs/"+file, []byte(succeed(t, append(args, "--lang", lang)...)))
			}
			fmt.Fprintf(&page, "![%s](%s)\n\n", map[string]string{"en": e.title, "ja": e.says}[lang], file)
		}
	}
	page.WriteString("The graph in Neo4j is drawn by `tasuki draw model`: see [neo4j.md](neo4j.md).\n\n")
	page.WriteString("## As text\n\nDrawings of boxes and arrows are written as Mermaid (`-o x.mmd`) and GraphML (`-o x.graphml`), too.\n\n    tasuki draw ladder examples/pension inquiry -o inquiry.mmd\n\n```mermaid\n")
	file := t.TempDir() + "/inquiry.mmd"
	succeed(t, "draw", "ladder", pension, "inquiry", "-o", file)
	page.Write(read(t, "", file))
	page.WriteString("```\n")
	golden.Check(t, "../../../docs/gallery.md", []byte(page.String()))
}

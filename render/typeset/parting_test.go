package typeset

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Japanese is broken between phrases.
func TestBreaksBetweenPhrases(t *testing.T) {
	for _, x := range []struct {
		text string
		em   float64
		want []string
	}{
		{"発生・回復時刻の記録と一元管理", 11, []string{"発生・回復時刻の", "記録と一元管理"}},
		{"過去事例によるハード/ソフト切り分け", 11, []string{"過去事例による", "ハード/ソフト切り分け"}},
		{"（任意）依頼：切り分け結果", 7, []string{"（任意）依頼：", "切り分け結果"}},
		{"間接業務ストレージ納入保守業者", 15, []string{"間接業務ストレージ納入保守業者"}},
		{"間接業務運用保守業者", 6, []string{"間接業務", "運用保守業者"}},
		{"日本年金機構", 5, []string{"日本", "年金機構"}},
		{"現地のストレージ装置を交換", 9, []string{"現地の", "ストレージ装置を", "交換"}},
	} {
		if got := Evenly(x.text, x.em, 99); !slices.Equal(got, x.want) {
			t.Errorf("Evenly(%q, %g) = %q, want %q", x.text, x.em, got, x.want)
		}
	}
}

// Where every phrase fits a line, no line begins with a particle, however wide it is, and
// never with a stop.
func TestNoLineBeginsWithAParticle(t *testing.T) {
	for _, phrases := range [][]string{
		{"矢印は", "主担当から", "主担当への", "引き継ぎ。", "主担当が", "複数ある", "作業の", "引き継ぎは、", "組み合わせの", "数で", "等分して", "数えた。"},
		{"設備拠点への", "問診と", "事象確認"},
		{"上から", "順に", "連絡する。", "同じ主担当が", "続けて", "担う", "作業は", "一段に", "まとめた。"},
	} {
		text := strings.Join(phrases, "")
		begins := map[int]bool{0: true}
		for i := range phrases {
			begins[len(strings.Join(phrases[:i+1], ""))] = true
		}
		for em := Widest(phrases); em < 40; em += 0.7 {
			for what, lines := range map[string][]string{"Evenly": Evenly(text, em, 99), "Wrap": Wrap(text, em)} {
				at := 0
				for _, line := range lines {
					first, _ := utf8.DecodeRuneInString(line)
					if !begins[at] && strings.ContainsRune("はがのをにへとでも、。", first) {
						t.Errorf("%s(%q, %g) = %q begins a line with a particle", what, text, em, lines)
					}
					at += len(line)
				}
			}
		}
	}
}

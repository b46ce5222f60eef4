package phrase

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// parted puts a bar before each phrase of a text.
func parted(text string) string {
	var b strings.Builder
	for i := range text {
		if Begins(text, i) {
			b.WriteByte('|')
		}
		b.WriteString(text[i : i+utf8.RuneLen([]rune(text[i:])[0])])
	}
	return b.String()
}

// The model reads as its authors' own parser does.
func TestBegins(t *testing.T) {
	for _, want := range []string{
		"今日は|天気です。",
		"間接業務ストレージ納入保守業者",
		"過去事例に|よる|ハード/ソフト切り分け",
		"作業と、|分岐が|分かれる|・合流する|印との|間",
		"矢印は|主担当から|主担当への|引き継ぎ。|主担当が|複数ある|作業の|引き継ぎは、|組み合わせの|数で|等分して|数えた。",
		"発生・回復時刻の|記録と|一元管理",
		"設備拠点への|問診と|事象確認",
		"に", "",
	} {
		if got := parted(strings.ReplaceAll(want, "|", "")); got != want {
			t.Errorf("%s is read as %s", want, got)
		}
	}
}

// A place depends on three characters before it and three behind it, whatever stands around
// them; a place outside of the text is none.
func TestBeginsLooksAtSixCharacters(t *testing.T) {
	text := "主担当が複数ある作業の引き継ぎは、組み合わせの数で等分して数えた。"
	runes := []rune(text)
	for i := 3; i+3 <= len(runes); i++ {
		whole := Begins(text, len(string(runes[:i])))
		if near := string(runes[i-3 : i+3]); Begins(near, len(string(runes[i-3:i]))) != whole {
			t.Errorf("%q is read otherwise alone", near)
		}
	}
	for _, at := range []int{-1, 0, len(text), len(text) + 1} {
		if Begins(text, at) {
			t.Errorf("a phrase begins at %d of %d bytes", at, len(text))
		}
	}
}

func FuzzBegins(f *testing.F) {
	f.Add("今日は天気です。", 9)
	f.Add("a\xff\xfe", 2)
	f.Fuzz(func(_ *testing.T, text string, at int) { Begins(text, at) })
}

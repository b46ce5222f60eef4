package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 5, []string{""}},
		{"短い", 5, []string{"短い"}},
		{"原因調査を依頼する", 4, []string{"原因調", "査を依", "頼する"}}, // no particle
		{"report a fault", 4, []string{"report", "a fault"}},
		{"  two   spaces ", 20, []string{"two spaces"}},
		{"one\ntwo", 20, []string{"one", "two"}},
		{"これは、例。", 3, []string{"これ", "は、", "例。"}},       // no punctuation begins a line
		{"あ「例」を", 2, []string{"あ", "「例", "」を"}},         // what cannot be kept together is broken anywhere
		{"障害きっかけ", 3, []string{"障害", "きっか", "け"}},       // no small kana
		{"サーバー監視", 4, []string{"サーバー", "監視"}},           // no long-vowel mark
		{"次のサーバ", 4, []string{"次の", "サーバ"}},             // loan words stay whole
		{"ストレージシステム", 4, []string{"ストレー", "ジシステ", "ム"}}, // unless they are too long
		{"on-site/remote", 5.2, []string{"on-site/", "remote"}},
		{"3-24 解析", 3.4, []string{"3-24", "解析"}}, // numbers stay whole
		{"incomprehensible", 4, []string{"incomp", "rehensi", "ble"}},
		{"e\u0301e\u0301", 0.7, []string{"e\u0301", "e\u0301"}}, // an accent stays with its letter
		{"👩\u200D🔧工", 1.4, []string{"👩\u200D🔧", "工"}},           // so does what is joined
		{"ab", 0, []string{"a", "b"}},                           // at least one character a line
		{"שלום עולם", 5, []string{"שלום", "עולם"}},              // in the order of the text
		{"終了しました…", 6, []string{"終了しまし", "た…"}},                 // no ellipsis
		{"１００％達成", 3, []string{"１０", "０％達", "成"}},               // no percent sign
		{"実施時期・方法", 4, []string{"実施時", "期・方法"}},                 // no middle dot
		{"完了！？次へ", 3, []string{"完", "了！？", "次へ"}},               // nor two of them
		{"ｶﾞｲﾄﾞ", 1.2, []string{"ｶﾞ", "ｲ", "ﾄﾞ"}},               // half-width voiced marks
		{"0 \u05A1", -2.7, []string{"0", "\u00A0\u05A1"}},       // a mark on a space keeps it
		{"ab \u0301c d", 1.3, []string{"ab", "\u00A0\u0301c", "d"}},
		{"  \u0301a", 9, []string{"\u00A0\u0301a"}},
		{"\u0301a", 9, []string{"\u0301a"}}, // and one on nothing has none
		{"a\n\u0301", 9, []string{"a", "\u0301"}},
		{"か\u3099か\u3099", 1, []string{"か\u3099", "か\u3099"}},
		{"का का", 0, []string{"का", "का"}},                                              // a vowel sign has a width
		{"🇯🇵🇩🇪🇫", 1.4, []string{"🇯🇵", "🇩🇪", "🇫"}},                                       // flags are two signs
		{"👍🏽👍🏽", 1.4, []string{"👍🏽", "👍🏽"}},                                             // a colour of skin
		{"1\uFE0F\u20E32\uFE0F\u20E3", 0.5, []string{"1\uFE0F\u20E3", "2\uFE0F\u20E3"}}, // keycaps
		{"각\u1112\u1161\u11AB", 1, []string{"각", "\u1112\u1161\u11AB"}},                 // letters of a syllable
		{"alpha\u200Bbeta", 3, []string{"alpha\u200B", "beta"}},                         // a break without width
		{"ab cd", math.Inf(1), []string{"ab cd"}},
		{"ab", math.Inf(-1), []string{"a", "b"}},
		{"ab cd", math.NaN(), []string{"a", "b", "c", "d"}},
	} {
		if got := Wrap(test.text, test.width); !slices.Equal(got, test.want) {
			t.Errorf("Wrap(%q, %g) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("原因調査を、依頼する。", 40.0)
	f.Add("report\na \"fault\"\\n", 30.0)
	f.Add("👩\u200D🔧 e\u0301 שלום", 10.0)
	f.Add("0 \u05A1", -27.0)
	f.Add("🇯🇵🇩🇪🇫 👍🏽1\uFE0F\u20E3", 14.0)
	f.Add("0!!!", 18.7)
	f.Add("a \u202E\u0301 \u200D\u200Bक\u094Dषा", math.NaN())
	f.Fuzz(func(t *testing.T, text string, tenths float64) {
		if !utf8.ValidString(text) {
			return
		}
		width := math.Mod(tenths, 300) / 10
		for what, lines := range map[string][]string{"Wrap": Wrap(text, width), "evenly": Evenly(text, width, 99)} {
			if what == "evenly" && strings.Contains(text, "\n") {
				continue
			}
			if got, want := squeeze(strings.Join(lines, "")), squeeze(text); got != want {
				t.Errorf("%s(%q, %g) = %q loses or adds characters", what, text, width, lines)
			}
			for i, line := range lines {
				if Width(line) > width && characters(line) > 1 {
					t.Errorf("%s(%q, %g) has the line %q of width %g", what, text, width, line, Width(line))
				}
				first, _ := utf8.DecodeRuneInString(line)
				if unicode.Is(unicode.M, first) && !begins(text, first) {
					t.Errorf("%s(%q, %g): line %d, %q, begins with a mark", what, text, width, i+1, line)
				}
			}
		}
	})
}

// begins reports whether a paragraph of text begins with r.
func begins(text string, r rune) bool {
	for paragraph := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(paragraph, string(r)) {
			return true
		}
	}
	return false
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// characters counts what a line may be parted into.
func characters(s string) int {
	n := 0
	for i := range s {
		if i == 0 || !withinCharacter(s, i) {
			n++
		}
	}
	return n
}

func TestWidth(t *testing.T) {
	for text, want := range map[string]float64{
		"":        0,
		"原因":      2,
		"ｶﾅ":      1.2,
		"ac":      1.17,
		"Ωé±①":    4, // ambiguous width counts as full
		"e\u0301": 0.62,
		"🔧":       1.4,
	} {
		if got := Width(text); got != want {
			t.Errorf("Width(%q) = %g, want %g", text, got, want)
		}
	}
}

func TestClip(t *testing.T) {
	lines := []string{"原因調査", "を依頼す", "る"}
	if got, want := Clip(lines, 2, 4), []string{"原因調査", "を依頼…"}; !slices.Equal(got, want) {
		t.Errorf("clip = %q, want %q", got, want)
	}
	if got, want := Clip([]string{"ab\u0301\u0302", "c"}, 1, 1.7), []string{"a…"}; !slices.Equal(got, want) {
		t.Errorf("clip = %q, want %q", got, want)
	}
	if got := Clip(lines, 3, 4); !slices.Equal(got, lines) {
		t.Errorf("clip = %q, want %q", got, lines)
	}
}

func TestEvenly(t *testing.T) {
	for text, want := range map[string][]string{
		"窓口への故障の申告":                      {"窓口への", "故障の申告"},
		"次の一手 ":                          {"次の一手"},
		"正常稼働の確認と保証":                     {"正常稼働の", "確認と保証"},
		"Verify and vouch for operation": {"Verify and", "vouch for", "operation"},
	} {
		if got := Evenly(text, 6.5, 99); !slices.Equal(got, want) {
			t.Errorf("evenly(%q) = %q, want %q", text, got, want)
		}
	}
}

// Even lines hold what Wrap's lines hold, are one more at most, and fit.
func TestEvenlyKeepsText(t *testing.T) {
	for _, text := range []string{"原因調査を依頼する、関連業者へ。", "report  a \"fault\" to the on-site/remote desk", "ストレージシステムの復旧", "👩\u200D🔧 e\u0301 שלום"} {
		for width := 0.5; width < 20; width += 0.3 {
			lines, wrapped := Evenly(text, width, 99), Wrap(text, width)
			if squeeze(strings.Join(lines, "")) != squeeze(text) || len(lines) > len(wrapped)+1 || Widest(lines) > max(width, Widest(wrapped)) {
				t.Errorf("evenly(%q, %g) = %q, Wrap gives %q", text, width, lines, wrapped)
			}
		}
	}
}

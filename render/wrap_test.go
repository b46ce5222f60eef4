package render

import (
	"slices"
	"strings"
	"testing"
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
		{"原因調査を依頼する", 4, []string{"原因調査", "を依頼す", "る"}},
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
	} {
		if got := Wrap(test.text, test.width); !slices.Equal(got, test.want) {
			t.Errorf("Wrap(%q, %g) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("原因調査を、依頼する。", 40)
	f.Add("report\na \"fault\"\\n", 30)
	f.Add("👩\u200D🔧 e\u0301 שלום", 10)
	f.Fuzz(func(t *testing.T, text string, tenths int) {
		if !utf8.ValidString(text) {
			return
		}
		width := float64(tenths%300) / 10
		lines := Wrap(text, width)
		if got, want := squeeze(strings.Join(lines, "")), squeeze(text); got != want {
			t.Errorf("Wrap(%q, %g) = %q loses or adds characters", text, width, lines)
		}
		for _, line := range lines {
			if Width(line) > width && characters(line) > 1 {
				t.Errorf("Wrap(%q, %g) has the line %q of width %g", text, width, line, Width(line))
			}
		}
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// characters counts the characters that have a width of their own.
func characters(s string) int {
	n, joined := 0, false
	for _, r := range s {
		if !joins(r) && !joined {
			n++
		}
		joined = r == '\u200D'
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
	if got, want := clip(lines, 2, 4), []string{"原因調査", "を依頼…"}; !slices.Equal(got, want) {
		t.Errorf("clip = %q, want %q", got, want)
	}
	if got := clip(lines, 3, 4); !slices.Equal(got, lines) {
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
		if got := evenly(text, 6.5); !slices.Equal(got, want) {
			t.Errorf("evenly(%q) = %q, want %q", text, got, want)
		}
	}
}

// Even lines hold what Wrap's lines hold, are as many, and fit.
func TestEvenlyKeepsText(t *testing.T) {
	for _, text := range []string{"原因調査を依頼する、関連業者へ。", "report  a \"fault\" to the on-site/remote desk", "ストレージシステムの復旧", "👩\u200D🔧 e\u0301 שלום"} {
		for width := 0.5; width < 20; width += 0.3 {
			lines, wrapped := evenly(text, width), Wrap(text, width)
			if squeeze(strings.Join(lines, "")) != squeeze(text) || len(lines) != len(wrapped) || widest(lines) > max(width, widest(wrapped)) {
				t.Errorf("evenly(%q, %g) = %q, Wrap gives %q", text, width, lines, wrapped)
			}
		}
	}
}

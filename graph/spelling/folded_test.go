package spelling

import "testing"

func TestFolded(t *testing.T) {
	for _, c := range [][2]string{
		{"ＴＡＳＫ　１", "task 1"}, {" Fix\n the\tfault ", "fix the fault"}, {"ﾃｽﾄ", "テスト"}, {"か\u3099", "が"},
		{"3–19", "3-19"}, {"3−19", "3-19"}, {"３－１９", "3-19"}, {"a\u200bb\ufe0f", "ab"}, {"サーバー", "サーバー"}, {"", ""},
	} {
		if got := Folded(c[0]); got != c[1] {
			t.Errorf("Folded(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

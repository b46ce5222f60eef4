package cell

import (
	"math/rand/v2"
	"testing"
	"unicode"
)

// TestTidyAsItStands compares what is taken as it stands with what is written anew:
// every character by itself, and random texts of few.
func TestTidyAsItStands(t *testing.T) {
	taken := 0
	try := func(s string) {
		if !isTidy(s) {
			return
		}
		taken++
		if got := tidied(s); got != s {
			t.Errorf("%+q is taken as it stands; written anew it is %+q", s, got)
		}
	}
	for r := range rune(unicode.MaxRune + 1) {
		if r < 0x30000 || 0xE0000 <= r && r < 0xE1000 { // between and above, none has a form
			try(string(r))
		}
	}
	if !isTidy("○") || !isTidy("保守業者") || isTidy("㈱") || isTidy("か\u3099") || isTidy("A B") || isTidy("\xff") {
		t.Error("a mark or a plain name is written anew, or what is not tidy is taken as it stands")
	}
	some := []rune("○△Ａ１aé\u0301\u3099かがㇷ゚\u309a①㎡Ⅳ\u200b\ufe0f\n\u2028\u3000 \x00🅰Åß가ᄀ\u1161\ufffd")
	random := rand.New(rand.NewPCG(1, 7))
	for range 20_000 {
		var text []rune
		for range 1 + random.IntN(4) {
			text = append(text, some[random.IntN(len(some))])
		}
		try(string(text))
	}
	t.Logf("%d texts are taken as they stand", taken)
}

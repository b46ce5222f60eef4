package messages

import (
	"testing"

	"tasuki/graph"
)

func TestHours(t *testing.T) {
	for text, want := range map[graph.Hours][2]string{
		"":                                 {"", ""},
		"24/7":                             {"at all hours", "常時"},
		"Mo-Fr 08:30-18:00; PH off":        {"Mon–Fri 08:30–18:00; not holidays", "月〜金 08:30〜18:00（祝日を除く）"},
		"Mo-Su 22:00-06:00":                {"every day 22:00–06:00", "毎日 22:00〜06:00"},
		"Sa,Su,PH 09:00-12:00,13:00-17:00": {"Sat, Sun, holidays 09:00–12:00, 13:00–17:00", "土・日・祝日 09:00〜12:00、13:00〜17:00"},
		"nonsense":                         {"nonsense", "nonsense"},
	} {
		for i, lang := range []graph.Lang{graph.English, graph.Japanese} {
			if got := Hours(text, In(lang)); got != want[i] {
				t.Errorf("%q in %s: %q, want %q", text, lang, got, want[i])
			}
		}
	}
}

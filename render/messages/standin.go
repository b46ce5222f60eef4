package messages

import (
	"fmt"
	"strings"

	"tasuki/graph"
)

// StandIn is a character that a picture or a document shows as something else.
type StandIn struct {
	Rune rune
	By   string
}

// mostNamed is how many characters a note names.
const mostNamed = 10

// StandInNote says what stands for the characters that a font lacks, naming them
// by number: where the note stands they cannot be shown. It is empty when there
// are none.
func StandInNote(list []StandIn, lang Language) string {
	if len(list) == 0 {
		return ""
	}
	var names []string
	for _, s := range list[:min(len(list), mostNamed)] {
		names = append(names, fmt.Sprintf("%s = %U", s.By, s.Rune))
	}
	ja, en := strings.Join(names, "、"), strings.Join(names, ", ")
	if more := len(list) - len(names); more > 0 {
		ja += fmt.Sprintf("、ほか %d 字", more)
		en += fmt.Sprintf(" and %d more", more)
	}
	return graph.Name{
		JA: "書体にない文字は次のように置き換えた（置き換えた字 = 元の文字）：" + ja + "。",
		EN: "Characters that the font lacks are shown as others (shown = meant): " + en + ".",
	}.In(lang.Lang)
}

package messages

import (
	"fmt"
	"strconv"
	"strings"
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
	shown := strings.Join(names, lang.Plain(", "))
	if more := len(list) - len(names); more > 0 {
		shown = lang.Plain("{1} and {2} more||characters", shown, strconv.Itoa(more))
	}
	return lang.Plain("Characters that the font lacks are shown as others (shown = meant): {1}.", shown)
}

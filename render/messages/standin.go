package messages

import (
	"fmt"
	"strconv"
	"strings"
)

// StandIn is a character that a picture or a document shows as something else.
type StandIn struct {
	Meant string // with the mark that chooses its form, if that is what is not shown
	By    string // "" for a box with its number
}

// mostNamed is how many characters a note names.
const mostNamed = 50

// numbers returns the numbers of the characters of a text, such as U+20BB7.
func numbers(text string) string {
	var list []string
	for _, r := range text {
		list = append(list, fmt.Sprintf("%U", r))
	}
	return strings.Join(list, " ")
}

// StandInNote says what stands for the characters that a font lacks, naming them
// by number: where the note stands they cannot be shown. It is empty when there
// are none.
func StandInNote(list []StandIn, lang Language) string {
	var others, boxes []string
	for _, s := range list {
		if s.By == "" {
			boxes = append(boxes, numbers(s.Meant))
		} else {
			others = append(others, s.By+" = "+numbers(s.Meant))
		}
	}
	var said []string
	if len(others) > 0 {
		said = append(said, lang.Plain("Characters that the font lacks are shown as others (shown = meant): {1}.", someOf(others, lang)))
	}
	if len(boxes) > 0 {
		said = append(said, lang.Plain("Characters that the font lacks are shown as boxes with their numbers in Unicode: {1}.", someOf(boxes, lang)))
	}
	return strings.Join(said, lang.Plain(" ||between sentences"))
}

// StandInTold says on a terminal, which shows every character, what a font lacks and what is
// painted for it. It is empty when there is nothing to say.
func StandInTold(list []StandIn, lang Language) string {
	if len(list) == 0 {
		return ""
	}
	var names []string
	for _, s := range list {
		if s.By == "" {
			names = append(names, lang.Plain("{1} ({2}) as a box with its number", s.Meant, numbers(s.Meant)))
		} else {
			names = append(names, lang.Plain("{1} ({2}) as {3}||stands for", s.Meant, numbers(s.Meant), s.By))
		}
	}
	return lang.Plain("characters that the font lacks are painted as others: {1}; an .svg shows them, and so may another font (--font)", someOf(names, lang))
}

// someOf names the first of a list, and how many more there are.
func someOf(list []string, lang Language) string {
	shown := strings.Join(list[:min(len(list), mostNamed)], lang.Plain(", "))
	if more := len(list) - mostNamed; more > 0 {
		shown = lang.Plain("{1} and {2} more||characters", shown, strconv.Itoa(more))
	}
	return shown
}

package hours

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// kind is what sort of word a text of hours consists of.
type kind int

const (
	end    kind = iota // of a rule
	day                // value is the Day
	moment             // a time of day; value is its minutes since midnight
	off
	always // 24/7
	dash
	comma
	wrong // what is no word; the fault is noted, and value is the kind that it was meant to be
)

// word is a word of a rule, and at which character of the text it begins, from 1.
type word struct {
	kind  kind
	value int
	at    int
	text  string
}

// japanese are the letters of days in the order of the days.
const japanese = "月火水木金土日祝"

// timeOfDay is an hour and a minute.
var timeOfDay = pattern.Lazy(`^([0-9]{1,2}):([0-9]{2})$`)

// maxTime is the last time of day that can be written, in minutes.
const maxTime = 2 * perDay

// faults collects what is wrong with a text.
type faults struct{ list []fault }

// fault is what is wrong at a character of a text.
type fault struct {
	at  int
	err error
}

// fault notes what is wrong at a character of the text.
func (f *faults) fault(at int, form string, args ...any) {
	f.list = append(f.list, fault{at, said.Errorf("character %d: %w", at, said.Errorf(form, args...))})
}

// joined returns all that was noted in the order of the text, nil when nothing was.
func (f *faults) joined() error {
	slices.SortStableFunc(f.list, func(a, b fault) int { return a.at - b.at })
	errs := make([]error, len(f.list))
	for i, fault := range f.list {
		errs[i] = fault.err
	}
	return errors.Join(errs...)
}

// folded returns characters without case and width, with one kind of space and of dash.
// There are as many as before.
func folded(text string) []rune {
	list := []rune(text)
	for i, r := range list {
		switch {
		case r == '−' || r == '～' || unicode.Is(unicode.Pd, r):
			r = '-'
		case unicode.IsSpace(r):
			r = ' '
		case r == '、':
			r = ','
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		}
		list[i] = unicode.ToLower(r)
	}
	return list
}

// words parts a text into rules and these into words, each rule with its end. It notes
// what is no word.
func (f *faults) words(text string) [][]word {
	original, runes := []rune(text), folded(text)
	rules, rule := [][]word{}, []word{}
	for at := 0; at < len(runes); {
		to := at + length(runes[at:])
		w := word{at: at + 1, text: string(original[at:to])}
		switch folded := string(runes[at:to]); folded {
		case " ":
			at = to
			continue
		case ";":
			w.kind = end
			rules, rule = append(rules, append(rule, w)), nil
			at = to
			continue
		case "-":
			w.kind = dash
		case ",":
			w.kind = comma
		default:
			f.read(&w, folded)
		}
		rule, at = append(rule, w), to
	}
	return append(rules, append(rule, word{kind: end, at: len(runes) + 1}))
}

// length returns how many characters the first word has: a sign, a letter for a day,
// letters, a time, or what cannot be read up to the next space or sign.
func length(runes []rune) int {
	sign := func(r rune) bool { return strings.ContainsRune(" ;,-", r) }
	var more func(rune) bool
	switch r := runes[0]; {
	case sign(r) || strings.ContainsRune(japanese, r):
		return 1
	case isFigure(r):
		more = isFigure
	case unicode.IsLetter(r):
		more = func(r rune) bool { return unicode.IsLetter(r) && !strings.ContainsRune(japanese, r) }
	default:
		more = func(r rune) bool { return !sign(r) }
	}
	n := 1
	for n < len(runes) && more(runes[n]) {
		n++
	}
	return n
}

// isFigure reports whether times and what is mistaken for one consist of a character.
func isFigure(r rune) bool { return r >= '0' && r <= '9' || strings.ContainsRune(":./", r) }

// read finds what a word is that is no sign.
func (f *faults) read(w *word, folded string) {
	first := []rune(folded)[0]
	switch {
	case folded == "24/7":
		w.kind = always
	case folded == "off":
		w.kind = off
	case isFigure(first):
		f.time(w, folded)
	default:
		for d, name := range dayNames {
			if folded == strings.ToLower(name) || folded == string([]rune(japanese)[d]) {
				w.kind, w.value = day, d
				return
			}
		}
		w.kind, w.value = wrong, int(day)
		if unicode.IsLetter(first) {
			f.fault(w.at, "%q is no day; write Mo, Tu, We, Th, Fr, Sa, Su or PH, or off after the days on which nobody is reached", w.text)
			return
		}
		f.fault(w.at, `%q is not read; write days and times, such as "Mo-Fr 08:30-17:00; PH off"`, w.text)
	}
}

// time reads a time of day.
func (f *faults) time(w *word, folded string) {
	w.kind, w.value = wrong, int(moment)
	parts := timeOfDay().FindStringSubmatch(folded)
	if parts == nil {
		f.fault(w.at, `%q is no time; write hours and minutes, such as 08:30, or 24/7 for always`, w.text)
		return
	}
	hour, _ := strconv.Atoi(parts[1])
	minute, _ := strconv.Atoi(parts[2])
	if minute > 59 || hour*60+minute > maxTime {
		f.fault(w.at, "%q is no time; write 00:00 to 24:00, or up to 48:00 for an end in the next day", w.text)
		return
	}
	w.kind, w.value = moment, hour*60+minute
}

package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/pattern"
)

// noted reads a mark that stands in brackets, or with a remark or a footnote sign
// behind it. A second mark in brackets, R(A), is a mark too.
func (t Table) noted(text string) ([]part, bool) {
	printed := Line(text)
	if inner, ok := bracketed(text); ok {
		m, known := t.sign(inner)
		if !known {
			return nil, false
		}
		m.Printed = printed
		return []part{{mark: m, noted: true}}, m.Role != ""
	}
	var folded []byte // what stands before the character: the text is tidy, so that little is left to fold
	for i, r := range text {
		m, known := t.marks[string(folded)]
		if len(folded) > t.longest {
			break
		}
		folded = foldRune(folded, r)
		if !known || m.Role == "" {
			continue
		}
		r := remarkOf(text[:i], text[i:])
		if !r.is {
			r = t.explained(text[i:])
		}
		if !r.is {
			continue
		}
		if inner, ok := bracketed(strings.TrimSpace(text[i:])); ok {
			if other, known := t.sign(inner); known && other.Role != "" {
				return []part{{mark: m}, {mark: other}}, true
			}
		}
		m.Printed = printed
		return []part{{mark: m, noted: true, numbered: r.numbered, unsettled: r.unsettled}}, true
	}
	return nil, false
}

// remark is what stands behind a mark.
type remark struct {
	is                  bool // a remark, or a footnote sign
	numbered, unsettled bool
}

var (
	number   = pattern.Lazy(`^[0-9]{1,2}$`)
	footnote = pattern.Lazy(`^ ?[*†‡§※#'注]+ ?\(?[0-9]{0,2}[a-z]?\)?(, ?[*※]?[0-9]{1,2})*$|^\^[0-9a-z]$|^ ?[0-9]\)$`)
	arrow    = pattern.Lazy(`^ ?(→|⇒|➔|➡|⟶|->|=>)`)
	open     = pattern.Lazy(`(?i)\?|\bt\.?b\.?[acd]\b|\bto be (confirmed|checked|decided|defined|agreed|clarified)\b|\b(tentative|tentatively|provisional|unconfirmed|unclear|pending|planned)\b|要確認|確認中|未確認|未定|予定|検討中|調整中|^仮$|^案$`)
)

// remarkOf says what stands behind a sign. Behind a letter free words would be a
// text that begins with it, so there only what opens like a remark is one.
func remarkOf(sign, rest string) remark {
	words := strings.TrimSpace(rest)
	inner, bracket := bracketed(words)
	switch {
	case number().MatchString(rest) && !endsInDigit(sign):
		return remark{is: true, numbered: true}
	case footnote().MatchString(rest), arrow().MatchString(rest):
		return remark{is: true}
	case strings.Trim(words, "?") == "":
		return remark{is: true, unsettled: true}
	case bracket && isMeaning(inner):
		return remark{}
	case bracket, strings.HasPrefix(words, "(") && closes(words):
		return remark{is: true, unsettled: open().MatchString(inner) || open().MatchString(words)}
	case isOpen(words) && rest != words:
		return remark{is: true, unsettled: true}
	case !endsInLetter(sign) && rest != words && isShort(words):
		return remark{is: true, unsettled: open().MatchString(words)}
	}
	return remark{}
}

// behind is what sets words behind a mark apart from it.
var behind = pattern.Lazy(`^(?: ?[:：]| [-–—]) ?(\S.*)$`)

// longestRemark is how many characters words behind a dash or colon may have.
const longestRemark = 60

// explained says whether what stands behind a sign are words behind a dash or colon.
// Words for a role would rather say what the sign means, and another mark among them
// is a mark too.
func (t Table) explained(rest string) remark {
	m := behind().FindStringSubmatch(rest)
	if m == nil || utf8.RuneCountInString(m[1]) > longestRemark || strings.ContainsRune(m[1], '=') || isMeaning(m[1]) {
		return remark{}
	}
	words := strings.FieldsFunc(m[1], func(r rune) bool { return !unicode.IsLetter(r) })
	for _, word := range words {
		if mark, known := t.marks[Fold(word)]; isMeaning(word) || known && mark.Glyph == word {
			return remark{}
		}
	}
	return remark{is: len(words) > 0, numbered: true, unsettled: open().MatchString(m[1])}
}

// isOpen reports whether a text says nothing but that something is not settled.
func isOpen(text string) bool {
	return strings.TrimSpace(open().ReplaceAllString(text, "")) == "" && text != ""
}

// isShort reports whether a text is short enough for a remark, and no list of
// what signs mean: that has more signs, or says what it is.
func isShort(text string) bool {
	return utf8.RuneCountInString(text) <= 40 && !strings.ContainsFunc(text, func(r rune) bool {
		return r == '=' || r == ':' || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sm, r) && r != '+'
	})
}

// closes reports whether brackets are closed, and what stands behind them is a
// sign.
func closes(text string) bool {
	depth := 0
	for i, r := range text {
		switch {
		case isOpening(r):
			depth++
		case isClosing(r):
			if depth--; depth == 0 {
				rest := text[i+utf8.RuneLen(r):]
				return rest == "" || footnote().MatchString(rest) || strings.HasPrefix(strings.TrimSpace(rest), "(") && closes(strings.TrimSpace(rest))
			}
		}
	}
	return false
}

// bracketed returns what stands in the brackets that a text begins and ends with.
func bracketed(text string) (string, bool) {
	first, n := utf8.DecodeRuneInString(text)
	last, m := utf8.DecodeLastRuneInString(text)
	if !isOpening(first) || !isClosing(last) || len(text) <= n+m {
		return "", false
	}
	inner := text[n : len(text)-m]
	if strings.ContainsFunc(inner, func(r rune) bool { return isOpening(r) || isClosing(r) }) {
		return "", false
	}
	return strings.TrimSpace(inner), true
}

func isOpening(r rune) bool { return strings.ContainsRune("([{【〔「『〈<", r) }

func isClosing(r rune) bool { return strings.ContainsRune(")]}】〕」』〉>", r) }

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

// isMeaning reports whether a text is the word for a role: R (Responsible) says
// what the letter means, and is no mark with a remark.
func isMeaning(text string) bool {
	_, ok := RoleOf(text)
	return ok
}

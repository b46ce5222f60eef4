package guard

import (
	"slices"
	"strings"
)

// The sizes from which on a server plans for many seconds, or does not answer at all.
// A server notices the end of its time between the steps of planning only, and
// some 200 levels of lists end its parser's thread without a word.
const (
	maxStatement = 64 << 10 // bytes
	maxDepth     = 20       // brackets inside brackets
	maxNested    = 5        // subqueries inside subqueries: each level multiplies the time
	maxCase      = 4        // CASE inside CASE
	maxRun       = 20       // signs or words such as NOT in a row
)

// bound is how often something may stand in a statement.
type bound struct {
	what  string // in the plural
	limit int
	words []string
}

// bounds returns what is counted wherever it stands. Words count even as names: who
// calls a variable CASE has the fewer of them.
func bounds() []bound {
	return []bound{
		{"words and signs", 3000, nil},
		{"clauses", 40, []string{"MATCH", "WITH", "UNWIND", "CALL", "FOREACH", "MERGE", "CREATE", "LET", "FILTER", "NEXT", "SEARCH"}},
		{"OPTIONAL", 15, []string{"OPTIONAL"}},
		{"UNION", 30, []string{"UNION"}},
		{"CASE", 50, []string{"CASE"}},
		{"WHEN", 100, []string{"WHEN"}},
		{"XOR", 6, []string{"XOR"}},
		{"AND, OR and NOT", 100, []string{"AND", "OR", "NOT"}},
		{"AS", 100, []string{"AS"}},
		{"operators, dots among them,", 150, strings.Split("+-*/%^=<>~.|", "")},
		{"opening round brackets", 100, []string{"("}},
	}
}

// guardSize refuses statements that a server cannot plan in time.
func guardSize(tokens []token) error {
	cases, ends := 0, 0
	for i, t := range tokens {
		switch {
		case isProperty(tokens, i):
		case t.isWord("CASE"):
			cases++
		case t.isWord("END"):
			ends++
		}
	}
	if cases > 0 && ends > cases {
		return refuse(Size, "the statement has %d CASE and %d END, so that it cannot be seen how deep they are nested; give what is called END another name", cases, ends)
	}
	for _, b := range bounds() {
		n := len(tokens)
		if b.words != nil {
			n = 0
			for _, t := range tokens {
				if slices.ContainsFunc(b.words, func(word string) bool { return t.isWord(word) || t.is(word) }) {
					n++
				}
			}
		}
		if n > b.limit {
			return tooMany(b.what, n, b.limit)
		}
	}
	s := measured{tokens: tokens}
	for i := range tokens {
		if err := s.take(i); err != nil {
			return err
		}
	}
	return nil
}

func tooMany(what string, n, limit int) error {
	return refuse(Size, "the statement has %d %s; %d are allowed: make it shorter, or pass long lists as parameters", n, what, limit)
}

// measured counts what a look at single words does not show.
type measured struct {
	tokens     []token
	open       []bracket
	nested     int // subqueries that are open
	run        int // signs or words in front of something, in a row
	subqueries int
	arrows     int // relationships in patterns
	joined     int // labels that must hold with the one before
	labels     int // all labels, and what looks like one
	choices    int // words and signs that leave a choice
	and        int
}

// bracket is one that is open.
type bracket struct {
	square, subquery bool

	choice  bool // not a bracket: from CASE to END
	subject bool // of a CASE: its first WHEN is still to come
}

const (
	maxSubqueries = 40
	maxArrows     = 16
	maxJoined     = 10
	maxChoices    = 14 // where there are more labels than that
	maxAnd        = 20 // where there are more labels than that
)

func (s *measured) take(i int) error {
	t := s.tokens[i]
	switch {
	case t.is("(") || t.is("[") || t.is("{"):
		if err := s.enter(t.is("["), s.beginsSubquery(i)); err != nil {
			return err
		}
	case t.is(")") || t.is("]") || t.is("}"):
		s.leave(false)
	case isProperty(s.tokens, i):
	case t.isWord("CASE"):
		return s.enterCase()
	case t.isWord("WHEN") && s.inCase():
		s.open[len(s.open)-1].subject = false
	case t.isWord("END") && s.inCase():
		s.leave(true)
	case t.is("-") && i+1 < len(s.tokens) && (s.tokens[i+1].is("[") || s.tokens[i+1].is("-")):
		if s.arrows++; s.arrows > maxArrows {
			return tooMany("relationships in its patterns", s.arrows, maxArrows)
		}
	case t.is("&") || t.is(":") && i > 1 && s.tokens[i-1].name && s.tokens[i-2].is(":"):
		if s.joined++; s.joined > maxJoined {
			return tooMany("labels that must hold together", s.joined, maxJoined)
		}
	}
	if err := s.choose(t); err != nil {
		return err
	}
	if !t.is("!") && !t.is("-") && !t.is("+") && !t.is("~") && !t.isWord("NOT") {
		s.run = 0
	} else if s.run++; s.run > maxRun {
		return refuse(Size, "the statement has more than %d times NOT, !, + or - in a row; leave out those that undo each other", maxRun)
	}
	return nil
}

// choose counts labels and what joins them. The server tries the combinations of
// choices between labels, and sorts out which labels exclude others, so many of
// both are too many.
func (s *measured) choose(t token) error {
	square := len(s.open) > 0 && s.open[len(s.open)-1].square // types of relationships, lists
	switch {
	case t.is(":") || t.isWord("IS"):
		s.labels++
	case t.is("|") && !square || slices.ContainsFunc([]string{"OR", "XOR", "NOT"}, t.isWord):
		s.choices++
	case t.isWord("AND"):
		s.and++
	}
	switch {
	case s.labels > maxChoices && s.choices > maxChoices:
		return refuse(Size, "the statement has more than %d labels and property keys together with more than %d times OR, NOT or |; take it apart with UNION", maxChoices, maxChoices)
	case s.labels > maxAnd && s.and > maxAnd:
		return refuse(Size, "the statement has more than %d labels and property keys together with more than %d times AND; take it apart with WITH", maxAnd, maxAnd)
	}
	return nil
}

func (s *measured) enter(square, subquery bool) error {
	s.open = append(s.open, bracket{square: square, subquery: subquery})
	if len(s.open) > maxDepth {
		return refuse(Size, "brackets are nested more than %d deep; take the statement apart with WITH", maxDepth)
	}
	if !subquery {
		return nil
	}
	s.nested++
	s.subqueries++
	switch {
	case s.nested > maxNested:
		return refuse(Size, "subqueries are nested more than %d deep; take the statement apart with WITH", maxNested)
	case s.subqueries > maxSubqueries:
		return tooMany("subqueries", s.subqueries, maxSubqueries)
	}
	return nil
}

// isProperty reports whether the token at i is the name of a property. Behind two
// points, those of a range, anything may stand.
func isProperty(tokens []token, i int) bool {
	return i > 0 && tokens[i].name && tokens[i-1].is(".") && (i < 2 || !tokens[i-2].is("."))
}

// enterCase begins a CASE. One in the subject of another is refused: the server copies
// a subject for each WHEN.
func (s *measured) enterCase() error {
	inside := 1
	for _, b := range s.open {
		switch {
		case b.subject:
			return refuse(Size, "a CASE stands between another CASE and its first WHEN; name its value with WITH first")
		case b.choice:
			inside++
		}
	}
	if inside > maxCase {
		return refuse(Size, "CASE is nested more than %d deep; take the statement apart with WITH", maxCase)
	}
	s.open = append(s.open, bracket{choice: true, subject: true})
	return nil
}

func (s *measured) inCase() bool { return len(s.open) > 0 && s.open[len(s.open)-1].choice }

// leave ends the CASE or the bracket that was opened last. A bracket ends each CASE
// that stands in it without an END.
func (s *measured) leave(choice bool) {
	for len(s.open) > 0 {
		last := s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		if last.subquery {
			s.nested--
		}
		if last.choice == choice {
			return
		}
	}
}

// beginsSubquery reports whether the bracket at i opens a subquery: one in braces, or
// a pattern in square brackets, whose rows are a list.
func (s *measured) beginsSubquery(i int) bool {
	if s.tokens[i].is("[") {
		after := s.tokens[i+1:]
		if len(after) > 2 && after[0].name && after[1].is("=") {
			after = after[2:]
		}
		return len(after) > 0 && after[0].is("(")
	}
	if !s.tokens[i].is("{") || i == 0 {
		return s.tokens[i].is("{")
	}
	before := s.tokens[i-1]
	return before.is(")") && !s.holdsMap(i) || slices.ContainsFunc(strings.Fields("EXISTS COUNT COLLECT CALL THEN ELSE UNION ALL NEXT"), before.isWord)
}

// holdsMap reports whether what follows the brace at i is a map or the bounds of a
// repetition, as they stand behind a pattern in brackets.
func (s *measured) holdsMap(i int) bool {
	after := s.tokens[i+1:]
	return len(after) > 1 && (!after[0].name || after[1].is(":"))
}

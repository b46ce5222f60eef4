package guard

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Malformed says that a statement is no statement: its syntax is wrong, it names
// what it has not introduced, mixes types, or lacks a parameter. It was not run.
// One that has a word that writes is [Refused] instead, whatever its faults.
type Malformed struct {
	What  string // in the words of the server, with the place
	Lacks bool   // parameters, and nothing else is wrong
}

// Error returns what is wrong.
func (m *Malformed) Error() string { return m.What }

// explainPrefix makes the server plan a statement rather than run it. The statement
// begins on a line of its own, so that the server quotes it without the word.
const explainPrefix = "EXPLAIN\n"

// profilePrefix makes the server run a statement and say what each step did. It moves
// places as explainPrefix does.
const profilePrefix = "PROFILE\n"

// ToPlan returns what makes the server plan the question, and not run it.
func (q Question) ToPlan() string { return explainPrefix + q.text }

// ToRun returns what makes the server run the question.
func (q Question) ToRun() string {
	if q.Purpose == Profiles {
		return profilePrefix + q.text
	}
	// The line keeps the places in the server's messages those of an explained
	// statement.
	return "\n" + q.text
}

// place finds where in a statement the server saw a fault.
var place = regexp.MustCompile(`\(line (\d+), column (\d+) \(offset: (\d+)\)\)`)

// Malformed returns the error for a question that the server does not take as ToPlan
// or ToRun gives it, with the places as they are in the statement.
func (q Question) Malformed(message string) error {
	message = strings.ReplaceAll(message, "\r", "")
	if mayWrite(q.text) {
		return refuse(Invalid, "%s", inStatement(message))
	}
	return &Malformed{What: inStatement(message)}
}

// Lacking is Malformed for a question some of whose parameters have no value.
func (q Question) Lacking(message string) error {
	err := q.Malformed(message)
	if m, ok := err.(*Malformed); ok {
		m.Lacks = true
	}
	return err
}

// Place takes a message about a statement apart: how many UTF-16 units stand before the
// mistake, where lines end with one sign, and what is wrong, without the place and the
// line that the server quotes. It is false where the message names no place.
func Place(message string) (before int, says string, ok bool) {
	at := place.FindStringSubmatchIndex(message)
	if at == nil {
		return 0, message, false
	}
	before, err := strconv.Atoi(message[at[6]:at[7]])
	if err != nil {
		return 0, message, false
	}
	return max(0, before), strings.TrimSpace(message[:at[0]]), true
}

// inStatement moves the places in a message about an explained statement.
func inStatement(message string) string {
	return place.ReplaceAllStringFunc(message, func(found string) string {
		m := place.FindStringSubmatch(found)
		line, err := strconv.Atoi(m[1])
		offset, err2 := strconv.Atoi(m[3])
		if err != nil || err2 != nil {
			return found
		}
		return fmt.Sprintf("(line %d, column %s (offset: %d))", line-1, m[2], offset-len(explainPrefix))
	})
}

// writingWords are the words that begin what is more than reading.
var writingWords = []string{
	"CREATE", "INSERT", "MERGE", "SET", "DELETE", "REMOVE", "FOREACH", "LOAD", "DROP", "ALTER", "RENAME",
	"GRANT", "DENY", "REVOKE", "START", "STOP", "TERMINATE", "ENABLE", "REALLOCATE", "DEALLOCATE",
}

// mayWrite reports whether a statement has a word that begins what is more than
// reading, as a word of the language and not as the name of a property, label or
// parameter.
func mayWrite(statement string) bool {
	tokens, err := tokenize(statement)
	if err != nil {
		return true
	}
	for i, t := range tokens {
		named := i > 0 && (tokens[i-1].is(".") || tokens[i-1].is(":") || tokens[i-1].is("$"))
		if !named && writes(t) {
			return true
		}
	}
	return false
}

func writes(t token) bool { return slices.ContainsFunc(writingWords, t.isWord) }

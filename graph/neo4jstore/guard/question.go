// Package guard decides whether a statement of Cypher only reads, from its text and
// from the plan that a server makes of it. It knows no server and runs nothing.
package guard

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tasuki/graph/said"
)

// Refused says why a statement was not run.
type Refused struct {
	Reason Reason
	What   string // what in the statement is refused, and what to write instead

	form string // of What
	args []any
}

// Error returns what is refused and why.
func (r *Refused) Error() string { return fmt.Sprintf("refused (%s): %s", r.Reason, r.What) }

// In says it in another form.
func (r *Refused) In(form func(string) string) string {
	what := form(r.What)
	if r.form != "" {
		what = said.Sprint(form, r.form, r.args)
	}
	return fmt.Sprintf(form("refused (%s): %s"), r.Reason, what)
}

// Reason is a kind of thing that a reader's statement may not do.
type Reason string

// The reasons.
const (
	Writes         Reason = "writes"         // changes data, schema or anything else that is kept
	Administration Reason = "administration" // commands about the server, its users and transactions
	Procedure      Reason = "procedure"      // calls a procedure that is not on the list
	Function       Reason = "function"       // calls a function that is not on the list
	Import         Reason = "import"         // makes the server read files or addresses
	OtherDatabase  Reason = "database"       // leaves the database of the store
	Prefix         Reason = "prefix"         // options of the planner, or EXPLAIN and PROFILE at once
	Several        Reason = "several"        // more than one statement
	Operator       Reason = "operator"       // a step of the plan that is not known to be safe
	Size           Reason = "size"           // too long, too deep or too branched to be planned in time
	Invalid        Reason = "invalid"        // no statement, and has words that write or hide
)

func refuse(r Reason, format string, args ...any) error {
	return &Refused{r, fmt.Sprintf(format, args...), format, args}
}

// Question is a statement that its text has cleared.
type Question struct {
	Purpose   Purpose
	text      string // as it was written, with spaces for EXPLAIN or PROFILE
	databases bool   // it lists the databases, which the server counts as administration
}

// Purpose is what a question asks for.
type Purpose int

// The purposes.
const (
	Answers  Purpose = iota
	Explains         // the plan
	Profiles         // the plan, with what its steps did when it ran
)

// Read refuses what a plan would not show: options before the statement,
// which EXPLAIN would change, a change of database, several statements, and
// functions of plugins, which a plan mentions in texts alone. It takes time in
// proportion to the statement.
func Read(statement string) (Question, error) {
	q := Question{text: statement}
	switch {
	case len(statement) > maxStatement:
		return q, refuse(Size, "the statement has %d bytes; %d are allowed: pass long lists as parameters", len(statement), maxStatement)
	case !utf8.ValidString(statement):
		return q, refuse(Invalid, "the statement is not valid UTF-8; save it as UTF-8")
	// The server replaces these before it looks for strings, so that one may
	// end a string; without them, it and we see the same text.
	case strings.Contains(statement, `\u`) || strings.Contains(statement, `\U`):
		return q, refuse(Invalid, `the statement has a backslash before u; write the character itself, or pass the text as a parameter`)
	}
	tokens, err := tokenize(statement)
	if err != nil {
		return q, err
	}
	if len(tokens) > 0 && tokens[len(tokens)-1].is(";") {
		tokens = tokens[:len(tokens)-1]
	}
	tokens = q.takeMode(tokens)
	if len(tokens) == 0 {
		return q, refuse(Invalid, "the statement is empty; write one, such as MATCH (t:Task) RETURN t.id")
	}
	if slices.ContainsFunc([]string{"EXPLAIN", "PROFILE", "CYPHER"}, tokens[0].isWord) {
		return q, refuse(Prefix, "the statement begins with %s; leave that out", tokens[0].text)
	}
	q.databases = listsDatabases(tokens)
	if err := guardTokens(tokens); err != nil {
		return q, err
	}
	return q, guardSize(tokens)
}

// takeMode takes EXPLAIN or PROFILE out of the statement, whose other characters keep
// their places, and returns the other tokens.
func (q *Question) takeMode(tokens []token) []token {
	if len(tokens) == 0 {
		return tokens
	}
	switch first := tokens[0]; {
	case first.isWord("EXPLAIN"):
		q.Purpose = Explains
	case first.isWord("PROFILE"):
		q.Purpose = Profiles
	default:
		return tokens
	}
	start, end := tokens[0].at, tokens[0].at+len(tokens[0].text)
	q.text = q.text[:start] + strings.Repeat(" ", end-start) + q.text[end:]
	return tokens[1:]
}

// listsDatabases reports whether a statement is SHOW DATABASES in one of its forms.
// Its plan says no more than that it is a command of the administration.
func listsDatabases(tokens []token) bool {
	if !tokens[0].isWord("SHOW") || slices.ContainsFunc(tokens, writes) {
		return false
	}
	tokens = tokens[1:]
	if len(tokens) > 1 && (tokens[0].isWord("DEFAULT") || tokens[0].isWord("HOME")) {
		tokens = tokens[1:]
	}
	return len(tokens) > 0 && (tokens[0].isWord("DATABASE") || tokens[0].isWord("DATABASES"))
}

func guardTokens(tokens []token) error {
	for i, t := range tokens {
		switch {
		case t.is(";"):
			return refuse(Several, "there is more than one statement; run them one by one")
		case t.isWord("LOAD") && i+1 < len(tokens) && tokens[i+1].isWord("CSV"):
			return refuse(Import, "the statement reads a file or an address with LOAD CSV")
		case beginsUse(tokens, i):
			return refuse(OtherDatabase, "the statement has a USE clause; name the database in the address instead")
		}
		switch name, procedure := called(tokens, i); {
		case name == "":
		case procedure:
			if err := guardProcedure(name); err != nil {
				return err
			}
		case !knownFunction(name):
			return refuse(Function, "%s is not on the list of functions that only compute: those of Cypher itself", name)
		}
	}
	return nil
}

// beginsUse reports whether a USE clause begins at tokens[i]: the word, not as
// the name of something, where a clause may begin, before the name of a graph.
func beginsUse(tokens []token, i int) bool {
	if !tokens[i].isWord("USE") || i+1 == len(tokens) || !tokens[i+1].name && !tokens[i+1].is("(") {
		return false
	}
	if i == 0 {
		return true
	}
	before := tokens[i-1]
	return before.is("{") || before.isWord("UNION") || before.isWord("ALL") || before.isWord("DISTINCT")
}

// called returns the dotted name that ends before the bracket at tokens[i], or
// nothing when there is none, and whether it follows the word CALL. Names
// without a dot are Cypher's own: the server lets no plugin have one.
func called(tokens []token, i int) (name string, procedure bool) {
	if !tokens[i].is("(") {
		return "", false
	}
	var parts []string
	for i--; i >= 0 && tokens[i].name; i -= 2 {
		parts = append(parts, tokens[i].text)
		if i == 0 || !tokens[i-1].is(".") {
			i--
			break
		}
	}
	if len(parts) < 2 {
		return "", false
	}
	slices.Reverse(parts)
	return strings.Join(parts, "."), i >= 0 && tokens[i].isWord("CALL")
}

package explorer

import (
	"unicode"
	"unicode/utf16"

	"tasuki/graph/neo4jstore/guard"
)

// placed returns a mistake with its place: the word that stands where the message says,
// or all of the statement. It takes time in proportion to the statement.
func placed(statement, message string) mistake {
	units := utf16.Encode([]rune(statement))
	from, says, ok := guard.Place(message)
	if !ok {
		return mistake{0, len(units), message}
	}
	from = min(from, len(units))
	if from == len(units) && from > 0 {
		from-- // the end is where something is missing: the last sign can be underlined
	}
	to := from
	for to < len(units) && inWord(units[to]) {
		to++
	}
	if to == from && to < len(units) {
		to++
	}
	return mistake{from, to, says}
}

// inWord reports whether a unit is part of a name; those of signs beyond 16 bits are.
func inWord(u uint16) bool {
	r := rune(u)
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || utf16.IsSurrogate(r)
}

package bundle

import (
	"strconv"
	"strings"
	"unicode"
)

// mostPlayers is how many organizations get a file of their own. Each holds the contact list
// with all others, so that time and paper grow with the square of their number.
const mostPlayers = 40

// fileNames returns names for files about things by their IDs, which may hold any
// character: letters and digits stay, what else is in an ID becomes a sign. Names that
// would be one where upper and lower case are the same are numbered, in the order of the
// IDs. They hold no more than 150 bytes.
func fileNames(ids []string) map[string]string {
	names, taken := map[string]string{}, map[string]bool{}
	for _, id := range ids {
		plain := plainName(id)
		name := plain
		for n := 2; taken[folded(name)]; n++ {
			name = plain + "-" + strconv.Itoa(n)
		}
		taken[folded(name)], names[id] = true, name
	}
	return names
}

// longestName is how many bytes of an ID a name keeps.
const longestName = 130

func plainName(id string) string {
	var b strings.Builder
	for _, r := range id {
		if b.Len()+len(string(r)) > longestName {
			break
		}
		if !plainLetter(r) {
			r = '_'
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "_"
	}
	return b.String()
}

// plainLetter reports whether a letter stands in names of files as it is. File systems
// make others of some, which would make two names one.
func plainLetter(r rune) bool {
	switch {
	case r == '-' || r == '_':
		return true
	case r >= 0x1100 && r <= 0x11FF, r >= 0x2100 && r <= 0x214F, r >= 0xF900 && r <= 0xFAFF, r >= 0x2F800 && r <= 0x2FA1F:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func folded(name string) string { return strings.ToLower(strings.ToUpper(name)) }

package report

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FileName returns the name of a drawing's file. A flow's ID may hold anything:
// what is no letter, digit, hyphen, dot or underline is escaped, and an ID that
// is too long for a file system is cut and told apart by its hash.
func FileName(kind, id string) string {
	var b strings.Builder
	for _, r := range id {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-._", r) {
			b.WriteRune(r)
		} else {
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
	}
	name := b.String()
	const most = 160 // bytes, of the 255 that file systems allow
	if len(name) > most {
		cut := most
		for !utf8.RuneStart(name[cut]) {
			cut--
		}
		name = name[:cut] + "-" + mark(id)
	}
	return kind + "-" + name + ".svg"
}

// mark returns letters that tell an ID from others, also from those that somebody
// has looked for.
func mark(id string) string { return fmt.Sprintf("%.16x", sha256.Sum256([]byte(id))) }

// tellApart gives files other names where a file system that takes capitals for
// small letters would keep one of two.
func tellApart(list []Sketch) {
	taken := map[string]bool{}
	for i := range list {
		s := &list[i]
		folded := func() string { return strings.ToLower(strings.ToUpper(s.File)) }
		if taken[folded()] {
			s.File = strings.TrimSuffix(s.File, ".svg") + "-" + mark(s.Subject) + ".svg"
		}
		taken[folded()] = true
	}
}

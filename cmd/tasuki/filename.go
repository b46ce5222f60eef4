package main

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fileName returns the name of a drawing's file. A flow's ID may hold anything:
// what is no letter, digit, hyphen, dot or underline is escaped, and an ID that
// is too long for a file system is cut and told apart by its hash.
func fileName(kind, id string) string {
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
		name = fmt.Sprintf("%s-%.4x", name[:cut], sha256.Sum256([]byte(id)))
	}
	return kind + "-" + name + ".svg"
}

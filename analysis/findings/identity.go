package findings

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"tasuki/analysis/rules"
)

// Digits are the lengths that the number in the ID of a finding may have.
const (
	Digits     = 8
	MoreDigits = 16 // where two findings of one dataset have the first ones in common
)

// Identifier returns the ID of a finding: the code of its rule and the first hexadecimal
// digits of the SHA-256 hash of that, of what it is about and of the part of it. It does
// not depend on names, numbers, severities or evidence, nor on the order of anything, so a
// finding keeps it as long as its rule finds something of its subject.
func Identifier(rule string, about rules.Subject, part string, digits int) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{rule, string(about.Kind), about.ID, part}, "\x00")))
	return rule + "-" + hex.EncodeToString(sum[:])[:digits]
}

// identified gives findings their IDs.
func identified(list []Finding) []Finding {
	Identify(list, Identifier)
	return list
}

// Identify gives the findings of one dataset their IDs by what identifies them: those whose
// short IDs are equal, of which there are two by chance in 2³² pairs, get longer ones.
func Identify(list []Finding, identifier func(rule string, about rules.Subject, part string, digits int) string) {
	times := map[string]int{}
	for i, f := range list {
		list[i].ID = identifier(f.Rule, f.Subject, f.Part, Digits)
		times[list[i].ID]++
	}
	for i, f := range list {
		if times[f.ID] > 1 {
			list[i].ID = identifier(f.Rule, f.Subject, f.Part, MoreDigits)
		}
	}
}

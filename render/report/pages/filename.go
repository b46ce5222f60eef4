package pages

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FileName returns the name of a file about one of a kind. A flow's ID may hold anything:
// what is no letter, digit, hyphen, dot or underline is escaped, and an ID that
// is too long for a file system is cut and told apart by its hash.
func FileName(kind, id, ending string) string {
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
	return kind + "-" + name + ending
}

// mark returns letters that tell an ID from others, also from those that somebody
// has looked for.
func mark(id string) string { return fmt.Sprintf("%.16x", sha256.Sum256([]byte(id))) }

// FlowPage returns the name of a flow's page.
func FlowPage(id string) string { return FileName("flow", id, ".html") }

// Apart gives files names that stay different where a file system takes capitals for
// small letters.
type Apart map[string]bool

// Name returns a name for the file about an ID: the wanted one, unless it is taken.
func (a Apart) Name(wanted, ending, id string) string {
	if a[folded(wanted)] {
		wanted = strings.TrimSuffix(wanted, ending) + "-" + mark(id) + ending
	}
	a[folded(wanted)] = true
	return wanted
}

func folded(name string) string { return strings.ToLower(strings.ToUpper(name)) }

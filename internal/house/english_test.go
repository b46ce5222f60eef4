package house

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// inOtherLanguages are the files and folders whose source holds words of another
// language, with the reason. What people read stands in the catalogues.
var inOtherLanguages = map[string]string{
	"graph/hours/word.go":              "letters of days that hours consist of",
	"graph/handoffs/":                  "words that tables of handoffs consist of",
	"graph/matrix/propose/":            "words that matrices consist of, and reasons that become data",
	"graph/matrix/align/correction.go": "reasons that become data",
	"graph/matrix/reason.go":           "reasons that become data",
	"graph/matrix/supply.go":           "reasons that become data",
	"graph/bpmn/":                      "names of elements that have none, which become data",
	"graph/redact/redact.go":           "pseudonyms, which are data",
	"graph/spelling/compatible.go":              "characters that are read as others",
	"graph/matrix/legend/":             "words that legends of matrices consist of, and reasons that become data",
	"graph/matrix/cell/":               "words and characters that cells of matrices consist of",
	"render/typeset/wrap.go":           "characters that no line begins or ends with",
	"render/typeset/variant.go":        "characters that are written for others",
	"render/messages/example.go":       "an example of data",
	"graph/eventlog/stamp/scan.go":     "signs of dates and times",
	"graph/eventlog/column/find.go":    "headings of event logs",
	"graph/eventlog/mapping/draft.go":  "words that stand for nobody in event logs",
	"graph/storetest/":                 "data for tests",
	"internal/samples/":                "data for tests",
	"internal/booktext/":               "data for tests",
	"internal/matrixtext/":             "data for tests",
	"internal/evaluation/":             "dates, times and figures as spreadsheet programs write them",
}

// TestSourceIsInEnglish finds words of other languages in sources that have no
// reason to hold them, and reasons that no file needs.
func TestSourceIsInEnglish(t *testing.T) {
	needed := map[string]bool{}
	for _, f := range sources(t) {
		if f.test {
			continue
		}
		text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(f.path)))
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if at := strings.IndexFunc(line, isForeign); at >= 0 {
				if place := reasonFor(f.path); place != "" {
					needed[place] = true
					break
				}
				t.Errorf("%s:%d: %q is not English; put what is said into a catalogue", f.path, i+1, line[at:])
			}
		}
	}
	for place := range inOtherLanguages {
		if !needed[place] {
			t.Errorf("nothing in %s is in another language any more", place)
		}
	}
}

// isForeign reports whether a character belongs to words in another script than
// that of English. Signs of mathematics and marks of matrices do not.
func isForeign(r rune) bool {
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Common, unicode.Greek)
}

// reasonFor returns the place in inOtherLanguages that a file belongs to.
func reasonFor(path string) string {
	for place := range inOtherLanguages {
		if path == place || strings.HasSuffix(place, "/") && strings.HasPrefix(path, place) {
			return place
		}
	}
	return ""
}

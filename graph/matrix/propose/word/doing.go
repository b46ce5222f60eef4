package word

import (
	"slices"
	"strings"

	"tasuki/graph/matrix"
)

// Doings returns the share of names that say what is done, as those of tasks do: in
// several words of English the first, and in Japanese the last. One that has a word
// of parties does not.
func Doings(names []string) float64 {
	n := 0
	for _, name := range names {
		if isDoing(name) {
			n++
		}
	}
	if len(names) == 0 {
		return 0
	}
	return float64(n) / float64(len(names))
}

func isDoing(name string) bool {
	name = strings.ToLower(matrix.Fold(name))
	words := strings.Fields(name)
	return len(words) > 1 && slices.Contains(doingList.english, words[0]) ||
		slices.ContainsFunc(doingList.endings, func(end string) bool { return strings.HasSuffix(name, end) }) && !Party.In(name)
}

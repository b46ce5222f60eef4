package sign

import (
	"slices"
	"strings"
	"sync"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/cell"
)

// fillers are what people write into a cell to say that it is empty, those that
// they type for one another together.
var fillers = [][]string{
	{"-", "–", "—", "―", "ー", "−", "─", "‐"}, {"×", "✕", "✖", "✗", "✘", "❌"}, {"/"}, {"N/A", "NA", "n.a."},
	{"なし", "無し", "無", "該当なし", "対象外"}, {"None", "nil"},
}

// Fillers returns the fillers among the texts that stand where marks do, which are
// counted; a cross or slash more than once, since a single one may as well be a slip. A
// cross says nothing where an X is a mark, and an N fills cells where it is what most of
// them hold.
func (k *Kinds) Fillers(texts map[string]int, g matrix.Glyphs) []string {
	var found []string
	if n := texts["N"]; 2*n > k.filled(texts) && !k.table.MayRead("N") {
		found = append(found, "N")
	}
	for _, alike := range fillers {
		n, seen := 0, map[string]bool{}
		for text, times := range texts {
			if at := fillerIn(alike, text); at >= 0 {
				seen[alike[at]] = true
				n += times
			}
		}
		said := n > 0 && alike[0] != "×" && alike[0] != "/"
		if (n > 1 || said) && (alike[0] != "×" || !slices.Contains(g.Lead, "X")) {
			found = append(found, kept(alike, seen)...)
		}
	}
	return found
}

// filled counts the texts that are marks or could be some.
func (k *Kinds) filled(texts map[string]int) int {
	n := 0
	for text, times := range texts {
		if kind := k.Of(text); kind == Mark || kind == Noted || kind == Word || kind == Unknown {
			n += times
		}
	}
	return n
}

// isDash reports whether a cell is a dash, of which the long vowel of Japanese is
// a letter.
func isDash(text string) bool { return fillerIn(fillers[0], text) >= 0 }

// IsFiller reports whether a cell says that it is empty.
func IsFiller(text string) bool {
	return len(text) <= cell.Longest && isFiller()[cell.Fold(text)]
}

// isFiller are all of them, folded: every text of a sheet is asked.
var isFiller = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, alike := range fillers {
		for _, filler := range alike {
			all[strings.ToLower(filler)] = true
		}
	}
	return all
})

// fillerIn returns the place of a cell's text among fillers, or -1.
func fillerIn(alike []string, text string) int {
	if len(text) > cell.Longest {
		return -1
	}
	text = cell.Fold(text)
	return slices.IndexFunc(alike, func(filler string) bool { return strings.ToLower(filler) == text })
}

// Package phrase tells where phrases of Japanese begin, which has no spaces between them. The
// model is BudouX's (github.com/google/budoux): sums of scores of the characters around a
// place, learnt from texts that people parted into phrases.
package phrase

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
	"unicode/utf8"

	"tasuki/render/packed"
)

//go:embed ja.json.gz
var compressed string

// window is a feature of the model: the characters between two places, counted from the
// place in question.
type window struct {
	name     string
	from, to int
}

var windows = []window{
	{"UW1", -3, -2}, {"UW2", -2, -1}, {"UW3", -1, 0}, {"UW4", 0, 1}, {"UW5", 1, 2}, {"UW6", 2, 3},
	{"BW1", -2, 0}, {"BW2", -1, 1}, {"BW3", 0, 2},
	{"TW1", -3, 0}, {"TW2", -2, 1}, {"TW3", -1, 2}, {"TW4", 0, 3},
}

// model holds the scores of each window, and what all of them add up to.
type model struct {
	scores []map[string]int
	total  int
}

// japanese reads the model when a text with Japanese is broken for the first time.
var japanese = sync.OnceValue(func() model {
	var features map[string]map[string]int
	if err := json.Unmarshal(packed.Bytes(compressed), &features); err != nil {
		panic(fmt.Sprintf("reading the model of phrases: %v", err))
	}
	m := model{}
	for _, w := range windows {
		m.scores = append(m.scores, features[w.name])
	}
	for _, scores := range features {
		for _, score := range scores {
			m.total += score
		}
	}
	return m
})

// reach is how many characters before and behind a place the model looks at.
const reach = 3

// Begins reports whether a phrase of Japanese begins at byte at of text. The answer depends
// on the three characters before it and the three behind it.
func Begins(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return false
	}
	// Where characters begin, from 3 before the place to 3 behind it; -1 beyond the text.
	var places [2*reach + 1]int
	places[reach] = at
	for k, before, after := 1, at, at; k <= reach; k++ {
		before, after = back(text, before), forth(text, after)
		places[reach-k], places[reach+k] = before, after
	}
	m := japanese()
	sum := 0
	for i, w := range windows {
		if from, to := places[reach+w.from], places[reach+w.to]; from >= 0 && to >= 0 {
			sum += m.scores[i][text[from:to]]
		}
	}
	return 2*sum > m.total
}

func back(text string, at int) int {
	if at <= 0 {
		return -1
	}
	_, size := utf8.DecodeLastRuneInString(text[:at])
	return at - size
}

func forth(text string, at int) int {
	if at < 0 || at >= len(text) {
		return -1
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return at + size
}

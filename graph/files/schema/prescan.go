package schema

import (
	"bytes"
	"unicode/utf8"

	"tasuki/graph"
)

// What a YAML file may hold. The parser keeps some hundred bytes for each sign by
// which values are told apart, so that their number bounds its memory and time:
// with as many as allowed it stays below 400 MiB.
const (
	MaxBytes = 16 << 20 // of one file
	maxSigns = 800_000
)

// prescan reports why a file is not handed to the parser: it is too large, or it
// is no UTF-8. It knows no YAML: what stands in quotes and remarks counts too, so
// nothing in a file can hide a sign from it.
func prescan(file string, text []byte) graph.Problems {
	if len(text) > MaxBytes {
		return graph.Problems{graph.Problem{Source: graph.Source{File: file}}.Saying("is %d bytes long, and a YAML file may have %d; %s", len(text), MaxBytes, smaller)}
	}
	if at := countedOut(text); at >= 0 {
		return graph.Problems{graph.Problem{Source: placeOf(file, text, at)}.Saying("here the file has more than %d values, by its commas, colons, brackets, quotes and line ends, the most that a YAML file may have; %s", maxSigns/2, smaller)}
	}
	if utf8.Valid(text) {
		return nil
	}
	var faults graph.Collector
	line := 0
	for text := range bytes.Lines(text) {
		if line++; !utf8.Valid(text) {
			const message = "is not valid UTF-8; save the file as UTF-8"
			faults.Add(graph.Problem{Source: graph.Source{File: file, Line: line}, Value: string(text[:min(len(text), 200)]), Message: message})
		}
	}
	return faults.Problems()
}

const smaller = "split it into several files of one folder, or write it as JSON"

// countedOut returns where text passes maxSigns, or -1.
func countedOut(text []byte) int {
	signs := 0
	for i := range text {
		if signs += weight(text, i); signs > maxSigns {
			return i
		}
	}
	return -1
}

// weight returns what a byte of text counts: a sign that comes in pairs one, any
// other two, and what tells nothing apart nothing.
func weight(text []byte, i int) int {
	switch text[i] {
	case '"', '\'', '[', ']', '{', '}':
		return 1
	case ',', ':', '?', '&', '*', '!', '\n', '\r':
		return 2
	case '-': // within a word it is a letter
		if i+1 == len(text) || text[i+1] <= ' ' || text[i+1] >= utf8.RuneSelf {
			return 2
		}
	}
	return 0
}

// placeOf returns the line and column of a byte of text.
func placeOf(file string, text []byte, at int) graph.Source {
	before := text[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return graph.Source{File: file, Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(before[start:])}
}

package main

import "strings"

// words returns the flags by which another command opens the dataset that was
// opened from path. With pseudonyms it does not say where the names are, and what was
// piped in is gone.
func (f *datasetFlags) words(path string) string {
	if f.redactor != nil || f.Piped != nil {
		return "--dataset DATASET"
	}
	words := "--dataset " + shellWord(path)
	if f.Reading != "" {
		words += " --reading " + shellWord(f.Reading)
	}
	if f.Sheet != "" {
		words += " --sheet " + shellWord(f.Sheet)
	}
	if f.AllowOutside {
		words += " --allow-outside"
	}
	return words
}

// shellWord returns a text as one word of a POSIX shell.
func shellWord(s string) string {
	const harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+,"
	if s != "" && strings.Trim(s, harmless) == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

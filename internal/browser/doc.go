// Package browser holds, by tests alone, what a report is in a real browser: in
// Debian's Chromium, at the width of a desk and of a telephone, in each language.
package browser

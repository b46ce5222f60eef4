// Package flagvalue holds values of flags that are more than a text or a number, says
// which known value is most like one that is not known, and quotes one for a shell.
// What several commands take registers itself.
package flagvalue

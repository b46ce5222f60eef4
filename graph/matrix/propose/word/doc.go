// Package word knows what the words of matrices are about: their headings, the roles
// that these name, how often a task is done, and which names are one.
package word

// Package messages says things in each language: sentences, names, numbers,
// glossary. What is said is decided by its callers.
package messages

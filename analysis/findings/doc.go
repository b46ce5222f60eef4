// Package findings holds the rules of a responsibility matrix, what they find,
// and the results that they look at. What the results mean is computed
// elsewhere.
package findings

// Package propose drafts a reading for a matrix that has none. Applying it is
// left to package matrix.
package propose

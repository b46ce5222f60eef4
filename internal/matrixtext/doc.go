// Package matrixtext makes rows of matrices for tests from a small text
// language.
package matrixtext

// Package sarif writes findings in the Static Analysis Results Interchange Format (SARIF)
// 2.1.0, which hosts of code and editors show beside the lines of files.
package sarif

// Package comparison says what differs between two datasets. What differs is for package
// difference of the analysis.
package comparison

// Package rowtext writes the rows of tables down for tests, and tries what holds of the
// rows of every format.
package rowtext

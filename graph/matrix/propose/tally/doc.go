// Package tally counts what the columns of a sheet hold, and tells by that where marks
// stand, and where tables begin that stand beside each other.
package tally

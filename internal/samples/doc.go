// Package samples holds datasets and their drawings that several tests look at.
package samples

// Package typeset measures text and breaks lines. It knows no drawing.
package typeset

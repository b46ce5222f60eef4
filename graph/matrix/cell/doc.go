// Package cell says what one cell of a matrix means: the marks in it, the remark
// or footnote sign that stands with them, and whether the cell itself says that
// they are not settled. It knows neither rows nor files.
package cell

// Package workbook writes tables as an Excel workbook. Texts are stored as
// texts: nothing that a cell says is ever a formula.
package workbook

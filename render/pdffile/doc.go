// Package pdffile writes into PDF files what the library that makes them cannot be asked for.
package pdffile

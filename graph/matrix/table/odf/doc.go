// Package odf reads the tables of OpenDocument spreadsheets and texts (ISO/IEC 26300).
package odf

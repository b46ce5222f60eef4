// Package docx reads the tables of word processing documents as ECMA-376 and ISO/IEC
// 29500 lay them out.
package docx

// Package legend finds what a sheet itself says about its marks: "R = Responsible",
// a letter with the word for it in the next cell, 凡例 with signs and words. What it
// says is obeyed, and its cells are neither tasks nor marks nor headings.
package legend

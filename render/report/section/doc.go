// Package section makes the blocks of each analysis, one file per analysis.
package section

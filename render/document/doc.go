// Package document holds sections, blocks, tables and phrases. The packages
// below it write them, one format each.
package document

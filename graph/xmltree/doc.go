// Package xmltree reads models that are written as XML: their elements with the lines on
// which they stand. It is given what to leave out, and keeps nothing of that.
//
// What a hostile file could grow by is bounded: see [MaxBytes] and its like. A document type
// is refused, so that there are no entities to expand and no files to fetch.
package xmltree

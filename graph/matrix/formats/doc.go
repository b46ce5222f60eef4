// Package formats lists the file formats that tables are read from, each with its
// endings and how it is opened.
package formats

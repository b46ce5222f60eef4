// Package bundle makes the files of a report and of the pack of a drill, as bytes with
// names. It writes none.
package bundle

// File is a file of a folder.
type File struct {
	Name string // in the folder
	Data []byte
}

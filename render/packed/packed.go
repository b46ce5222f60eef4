// Package packed unpacks files that the program carries compressed.
package packed

import (
	"compress/gzip"
	"fmt"
	"io"
	"strings"
)

// Bytes returns what a file of gzip holds. The file is a part of the program, so
// it is whole.
func Bytes(file string) []byte {
	r, err := gzip.NewReader(strings.NewReader(file))
	if err != nil {
		panic(fmt.Sprintf("unpacking a file of the program: %v", err))
	}
	data, err := io.ReadAll(r)
	if err != nil {
		panic(fmt.Sprintf("unpacking a file of the program: %v", err))
	}
	return data
}

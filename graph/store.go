package graph

import "context"

// Store keeps datasets by name. Every implementation passes the suite in
// package storetest.
type Store interface {
	// Load returns the dataset called name, in canonical order. The error wraps
	// fs.ErrNotExist when there is none.
	Load(ctx context.Context, name string) (Dataset, error)

	// Replace makes d the dataset called name, all of it or nothing, and
	// touches no other.
	Replace(ctx context.Context, name string, d Dataset) error
}

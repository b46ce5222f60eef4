package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
)

// Store keeps datasets by name. Every implementation passes the suite in
// package storetest.
type Store interface {
	// Load returns the dataset called name, in canonical order. The error wraps
	// fs.ErrNotExist when there is none.
	Load(ctx context.Context, name string) (Dataset, error)

	// Replace makes d the dataset called name, all of it or nothing, touches no
	// other, and says what that changed. It refuses facts that are stated twice
	// and references to nothing; that d is right otherwise is for New to say.
	Replace(ctx context.Context, name string, d Dataset) (Changes, error)
}

// Changes counts what a Replace did to the facts in a store. A fact is whatever
// the store keeps as one thing; replacing a dataset by its equal changes none.
type Changes struct {
	Created int `json:"created"`
	Changed int `json:"changed"`
	Deleted int `json:"deleted"`

	// Observed counts what observations of event logs have left beside the facts that went, and
	// that went with them.
	Observed int `json:"observed,omitempty"`
}

// Hash returns the content hash of d: the SHA-256 of what Encode writes, in
// hexadecimal. Datasets with the same facts have the same hash.
func Hash(d Dataset) (string, error) {
	h := sha256.New()
	if err := Encode(h, d); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

package files_test

import (
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) graph.Store { return files.NewStore(t.TempDir() + "/new") }, "")
}

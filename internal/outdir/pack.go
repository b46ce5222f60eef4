package outdir

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
)

// Add writes files into a folder, which it makes if it has to. Unless it may
// overwrite, it writes nothing where a file holds other bytes: people fill packs
// in.
func Add(ctx context.Context, folder string, files []File, overwrite bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	files = within(folder, files)
	if !overwrite {
		if err := keepOthers(files); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("making the folder %q: %w", folder, err)
	}
	return writeAll(ctx, files, 0o644)
}

// keepOthers fails when a file is there and holds other bytes.
func keepOthers(files []File) error {
	var others []string
	for _, f := range files {
		switch old, err := os.ReadFile(f.Name); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return fmt.Errorf("looking for an earlier pack: %w", err)
		case !bytes.Equal(old, f.Data):
			others = append(others, strconv.Quote(f.Name))
		}
	}
	if len(others) > 0 {
		return fmt.Errorf("nothing was written: %s would be replaced by other content; write into another folder with -o, or replace with --overwrite", strings.Join(others, ", "))
	}
	return nil
}

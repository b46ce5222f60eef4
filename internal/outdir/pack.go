package outdir

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// Add writes files into a folder, which it makes if it has to. Unless it may
// overwrite, it writes nothing where a file holds other bytes: people fill packs
// in. In a folder that it has not made it touches nothing else but what a killed
// command has left.
func Add(ctx context.Context, path string, files []File, overwrite bool) (err error) {
	f, err := openFolder(ctx, path)
	if err != nil {
		return err
	}
	defer f.leave(&err)
	if err := f.keepOthers(files, overwrite); err != nil {
		return err
	}
	return writing(path, put(ctx, f.root, files))
}

// keepOthers fails when a file is there that may not be replaced.
func (f *folder) keepOthers(files []File, overwrite bool) error {
	var others []string
	for _, file := range files {
		info, err := f.regular(file.Name)
		if err != nil {
			return err
		}
		if info == nil || overwrite {
			continue
		}
		same := info.Size() == int64(len(file.Data))
		if same {
			old, err := f.root.ReadFile(file.Name)
			if err != nil {
				return said.Errorf("looking for an earlier pack: %w", err)
			}
			same = bytes.Equal(old, file.Data)
		}
		if !same {
			others = append(others, strconv.Quote(f.name(file.Name)))
		}
	}
	if len(others) > 0 {
		return said.Errorf("nothing was written: %s would be replaced by other content; write into another folder with -o, or replace with --overwrite", strings.Join(others, ", "))
	}
	return nil
}

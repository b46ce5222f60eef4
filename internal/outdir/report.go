package outdir

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"

	"tasuki/graph/said"
)

// Replace writes every file of a report into a folder, which it makes if it has
// to, and removes those of an earlier report that are no longer of it. It returns
// the names of those that it has kept instead, because they were changed since.
func Replace(ctx context.Context, path string, files []File) (kept []string, err error) {
	now, err := manifestOf(files)
	if err != nil {
		return nil, err
	}
	f, err := openFolder(ctx, path)
	if err != nil {
		return nil, err
	}
	defer f.leave(&err)
	before, err := f.earlier(now)
	if err != nil {
		return nil, err
	}
	stale, kept, err := f.stale(before, now)
	if err != nil {
		return nil, err
	}
	// The manifest is there before the files that it names, and names with them what
	// they replace and what is stale, so that one that is killed on the way leaves
	// nothing that the next does not know.
	all := manifest{}
	for name, sums := range now {
		all.add(name, sums...)
		all.add(name, before[name]...)
	}
	for _, name := range stale {
		all.add(name, before[name]...)
	}
	list := func(m manifest) File { return File{Name: manifestName, Data: m.text()} }
	if err := put(ctx, f.root, append([]File{list(all)}, files...)); err != nil {
		return nil, writing(path, err)
	}
	for _, name := range stale {
		if err := f.root.Remove(name); err != nil {
			return nil, said.Errorf("removing %q of the earlier report: %w", f.name(name), err)
		}
	}
	if bytes.Equal(all.text(), now.text()) {
		return kept, nil
	}
	// What has begun is finished.
	return kept, writing(path, put(context.WithoutCancel(ctx), f.root, []File{list(now)}))
}

// earlier returns what an earlier report has written into the folder; nothing when
// it is empty. It refuses a folder with other things in it, and one where a name
// that is to be written is taken by what is not a file of its manifest: only files
// that a report has made are replaced.
func (f *folder) earlier(now manifest) (manifest, error) {
	entries, err := f.entries()
	if err != nil {
		return nil, said.Errorf("reading the folder of the report: %w", err)
	}
	if len(entries) == 0 {
		return manifest{}, nil
	}
	info, err := f.regular(manifestName)
	switch {
	case err != nil:
		return nil, err
	case info == nil:
		return nil, said.Errorf("%q is not empty and holds no earlier report; name another folder with -o, or empty it", f.path)
	case info.Size() > mostManifest:
		return nil, said.Errorf("%q is longer than %d MiB, so no report has written it; name another folder with -o, or empty it", f.name(manifestName), mostManifest>>20)
	}
	text, err := f.root.ReadFile(manifestName)
	if err != nil {
		return nil, said.Errorf("reading what the earlier report has written: %w", err)
	}
	before, err := parseManifest(string(text))
	if err != nil {
		return nil, said.Errorf("%s: %w; name another folder with -o, or empty it", f.name(manifestName), err)
	}
	for _, e := range entries {
		name := e.Name()
		if now[name] == nil {
			continue
		}
		if before[name] == nil {
			return nil, said.Errorf("%q is not of an earlier report; move it away, or name another folder with -o", f.name(name))
		}
		if _, err := f.regular(name); err != nil {
			return nil, err
		}
	}
	return before, nil
}

// stale returns the files of an earlier report that are no longer written, by
// name: those that still hold what it wrote, and those that do not.
func (f *folder) stale(before, now manifest) (same, changed []string, err error) {
	entries, err := f.entries()
	for _, e := range entries {
		name := e.Name()
		if before[name] == nil || now[name] != nil || name == manifestName {
			continue
		}
		if !e.Type().IsRegular() {
			changed = append(changed, name)
			continue
		}
		sum, err := f.sum(name)
		switch {
		case err != nil:
			return nil, nil, said.Errorf("reading %q of the earlier report: %w", f.name(name), err)
		case slices.Contains(before[name], sum):
			same = append(same, name)
		default:
			changed = append(changed, name)
		}
	}
	return same, changed, err
}

// sum returns the SHA-256 of a file in the folder.
func (f *folder) sum(name string) (string, error) {
	file, err := f.root.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

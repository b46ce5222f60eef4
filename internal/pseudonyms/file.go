package pseudonyms

import (
	"path/filepath"

	"tasuki/graph/said"
	"tasuki/internal/outdir"
)

// File is the file that holds the key of pseudonyms; empty: organizations are
// named.
type File string

// String returns the path.
func (k *File) String() string { return string(*k) }

// Type says in the help what the flag takes.
func (k *File) Type() string { return "string" }

// Set refuses an empty path: a script whose variable is not set must not publish
// names.
func (k *File) Set(path string) error {
	switch path {
	case "":
		return said.New("it needs the name of a FILE for the key, or organizations would be named")
	case "-":
		return said.New("the key goes to a file, not to where results are printed; name a FILE")
	}
	*k = File(path)
	return nil
}

// ApartFrom refuses a key that an output would overwrite, or that would be
// handed out with a folder of outputs.
func (k *File) ApartFrom(out string) error {
	if *k == "" || out == "" {
		return nil
	}
	key, written := resolve(string(*k)), resolve(out)
	if key == written || outdir.SameFile(key, written) {
		return said.Errorf("--redact and -o both name %q; keep the key in a file of its own", out)
	}
	if below, err := filepath.Rel(written, key); err == nil && filepath.IsLocal(below) {
		return said.Errorf("--redact keeps the key in the folder %q, which is to be handed out; keep it elsewhere", out)
	}
	return nil
}

// resolve returns the path of a file, which need not be there yet, without links.
func resolve(path string) string {
	path, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if parent := filepath.Dir(path); parent != path {
		return filepath.Join(resolve(parent), filepath.Base(path))
	}
	return path
}

// Package editor is the editor of Cypher of a page: CodeMirror, bundled with modules of
// ours into one. `scripts/editor` makes what is embedded here from the modules beside
// this file, and says whether it is still what they make.
//
// The module exports edit, whose options are described in editor.mjs. It runs under the
// policy `default-src 'self'`, without styles or pictures of the page itself being
// allowed, and leaves the page a textarea where scripts do not run.
package editor

import (
	_ "embed"
	"sync"

	"tasuki/render/packed"
)

// editor.js, compressed: the program carries a third of it.
//
//go:embed editor.js.gz
var module string

var unpacked = sync.OnceValue(func() string { return string(packed.Bytes(module)) })

//go:embed licences.txt
var licences string

// Module returns the text of the ES module, in UTF-8; it must be served as such, since
// it holds characters beyond ASCII.
func Module() string { return unpacked() }

// Licences returns the licences of what the module is bundled from, which have to go
// wherever it goes, each below the names and versions of its packages.
func Licences() string { return licences }

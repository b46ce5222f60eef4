// Package graphviz lays graphs in the Graphviz language out, those of which nothing
// is known but what is joined to what; drawings of a dataset are placed by package
// layout. Graphviz itself runs inside the process, as WebAssembly: no program has to
// be installed.
//
// The file graphviz.wasm.gz holds the build of Graphviz 12.1.2 that go-graphviz
// v0.2.10 carries, byte for byte. The library is not imported: whatever imports it
// compiles that file when the process starts, and loads machine code from a folder
// of [os.TempDir] that any user of the machine may have filled. This package
// compiles at the first layout, and keeps machine code where only its user can
// write, see [cacheFolder], or nowhere.
package graphviz

package graphviz

import (
	"context"
	_ "embed"
	"errors"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"tasuki/graph/said"
	"tasuki/render/packed"
)

//go:embed graphviz.wasm.gz
var compressed string

// program is Graphviz.
var program = sync.OnceValue(func() []byte { return packed.Bytes(compressed) })

// limits are what a drawing may take.
type limits struct {
	pages    uint32 // of memory, 64 KiB each; Graphviz gives up a drawing that needs more
	watchful bool   // the context can end it at any time, which makes it several times slower
}

// gibibyte is the memory of a drawing, in pages.
const gibibyte = 1 << 14

// engine is Graphviz compiled. Any number of instances may run at once.
type engine struct {
	limits
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
}

// newEngine compiles Graphviz, or loads the machine code of an earlier start. A
// cache that cannot be had, read or written costs time, nothing else.
func newEngine(ctx context.Context, l limits) (*engine, error) {
	if folder, err := cacheFolder(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			if e, err := compile(ctx, cache, l); err == nil {
				return e, nil
			}
		}
	}
	return compile(ctx, wazero.NewCompilationCache(), l)
}

func compile(ctx context.Context, cache wazero.CompilationCache, l limits) (*engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCompilationCache(cache).
		WithMemoryLimitPages(l.pages).
		WithCloseOnContextDone(l.watchful)
	e := &engine{limits: l, runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	var err error
	if e.compiled, err = e.runtime.CompileModule(ctx, program()); err == nil {
		err = e.provide(ctx)
	}
	if err != nil {
		return nil, errors.Join(said.Errorf("compiling Graphviz: %w", err), e.close())
	}
	return e, nil
}

// provide gives Graphviz what it imports: the system interface, without any file
// of the machine, and the callbacks of go-graphviz.
func (e *engine) provide(ctx context.Context) error {
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return err
	}
	return e.provideCallbacks(ctx)
}

// close ends all instances. Their machine code is freed when none uses it.
func (e *engine) close() error { return e.runtime.Close(context.Background()) }

package graphviz

import (
	"context"

	"github.com/tetratelabs/wazero/api"

	"tasuki/graph/said"
)

// callbacks is the module from which the build of go-graphviz imports the
// functions that hand an event of Graphviz over to plug-ins written in Go.
const callbacks = "env"

// provideCallbacks answers those imports. There is no such plug-in here, so a call
// means that this package and the build do not fit together.
func (e *engine) provideCallbacks(ctx context.Context) error {
	host := e.runtime.NewHostModuleBuilder(callbacks)
	for _, f := range e.compiled.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != callbacks {
			continue
		}
		host.NewFunctionBuilder().WithGoModuleFunction(unregistered(name), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := host.Instantiate(ctx)
	return err
}

// unregistered fails the drawing: the runtime turns the panic into its error.
func unregistered(name string) api.GoModuleFunc {
	return func(context.Context, api.Module, []uint64) {
		panic(said.Errorf("the callback %s is not registered", name))
	}
}

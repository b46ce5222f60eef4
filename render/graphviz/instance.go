package graphviz

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/sys"
)

// instance is a Graphviz with a memory of its own. It makes one drawing, so that
// no drawing sees what another left behind, a fault included; what it allocates
// goes with it.
type instance struct {
	module    api.Module
	functions map[string]api.Function
	said      saying
}

// pointer is an address in the memory of an instance; 0 is none.
type pointer = uint32

// instance starts a Graphviz. It sees no file, no environment and no clock, and
// its random numbers are always the same.
func (e *engine) instance(ctx context.Context) (*instance, error) {
	i := &instance{functions: map[string]api.Function{}}
	config := wazero.NewModuleConfig().WithName("").WithStderr(&i.said)
	var err error
	if i.module, err = e.runtime.InstantiateModule(ctx, e.compiled, config); err != nil {
		return nil, i.failure(ctx, "starting Graphviz", err)
	}
	return i, nil
}

func (i *instance) close() error { return i.module.Close(context.Background()) }

// call calls a function of Graphviz or of its C library.
func (i *instance) call(ctx context.Context, name string, arguments ...uint32) (uint32, error) {
	f := i.functions[name]
	if f == nil {
		if f = i.module.ExportedFunction(name); f == nil {
			return 0, fmt.Errorf("graphviz.wasm has no function %s", name)
		}
		i.functions[name] = f
	}
	stack := make([]uint64, max(len(arguments), 1))
	for k, a := range arguments {
		stack[k] = api.EncodeU32(a)
	}
	if err := f.CallWithStack(ctx, stack); err != nil {
		return 0, i.failure(ctx, name, err)
	}
	return api.DecodeU32(stack[0]), nil
}

// failure says why Graphviz stopped in the middle of something: the context
// ended, or Graphviz gave up or failed, and then what it said of it.
func (i *instance) failure(ctx context.Context, what string, err error) error {
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	if exit := new(sys.ExitError); errors.As(err, &exit) {
		err = fmt.Errorf("it gave up with exit code %d", exit.ExitCode())
	}
	// The runtime lists the functions on the stack below its first line.
	line, _, _ := strings.Cut(err.Error(), "\n")
	return i.said.wrap(fmt.Errorf("%s: %s", what, line))
}

// put copies bytes into the memory of the instance.
func (i *instance) put(ctx context.Context, data []byte) (pointer, error) {
	p, err := i.call(ctx, "malloc", uint32(len(data)))
	if err != nil {
		return 0, err
	}
	if p == 0 || !i.module.Memory().Write(p, data) {
		return 0, fmt.Errorf("no memory for %d bytes", len(data))
	}
	return p, nil
}

// text copies a text into the memory of the instance, as C has it.
func (i *instance) text(ctx context.Context, s string) (pointer, error) {
	return i.put(ctx, append([]byte(s), 0))
}

// read returns a copy of what stands in the memory of the instance.
func (i *instance) read(p pointer, length uint32) ([]byte, error) {
	data, ok := i.module.Memory().Read(p, length)
	if !ok {
		return nil, fmt.Errorf("%d bytes at %d are outside of the memory", length, p)
	}
	return append([]byte(nil), data...), nil
}

// word returns the number at an address.
func (i *instance) word(p pointer) (uint32, error) {
	w, ok := i.module.Memory().ReadUint32Le(p)
	if !ok {
		return 0, fmt.Errorf("the word at %d is outside of the memory", p)
	}
	return w, nil
}

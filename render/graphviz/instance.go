package graphviz

import (
	"context"
	"errors"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/sys"

	"tasuki/graph/said"
)

// instance is a Graphviz with a memory of its own. It makes one drawing, so that
// no drawing sees what another left behind, a fault included; what it allocates
// goes with it. After its first error it does nothing more, as a bufio.Writer, so
// that the error has to be looked at once, at the end.
type instance struct {
	ctx    context.Context // of the one drawing
	module api.Module
	said   saying
	err    error
}

// pointer is an address in the memory of an instance; 0 is none.
type pointer = uint32

// instance starts a Graphviz. It sees no file, no environment and no clock, and
// its random numbers are always the same.
func (e *engine) instance(ctx context.Context) (*instance, error) {
	i := &instance{ctx: ctx}
	config := wazero.NewModuleConfig().WithName("").WithStderr(&i.said)
	var err error
	if i.module, err = e.runtime.InstantiateModule(ctx, e.compiled, config); err != nil {
		i.stop("starting Graphviz", err)
	}
	return i, i.err
}

// close gives the memory back.
func (i *instance) close() {
	// What fails to close holds nothing but memory.
	_ = i.module.Close(context.Background())
}

// fail keeps the first error, with what Graphviz said of it.
func (i *instance) fail(format string, arguments ...any) {
	if i.err == nil {
		i.err = i.said.wrap(said.Errorf(format, arguments...))
	}
}

// stop keeps why Graphviz stopped in the middle of something: the context ended,
// or Graphviz gave up or failed.
func (i *instance) stop(where string, err error) {
	exit := new(sys.ExitError)
	switch {
	case i.ctx.Err() != nil:
		i.err = i.ctx.Err()
	case errors.As(err, &exit):
		i.fail("%s: it gave up with exit code %d", where, exit.ExitCode())
	default:
		// Below its first line the runtime lists the functions on the stack.
		line, _, _ := strings.Cut(err.Error(), "\n")
		i.fail("%s: %s", where, line)
	}
}

// call calls a function of Graphviz or of its C library. It returns 0 after an
// error.
func (i *instance) call(name string, arguments ...uint32) uint32 {
	if i.err == nil {
		i.err = i.ctx.Err()
	}
	if i.err != nil {
		return 0
	}
	f := i.module.ExportedFunction(name)
	if f == nil {
		i.fail("graphviz.wasm has no function %s", name)
		return 0
	}
	stack := make([]uint64, max(len(arguments), 1))
	for k, a := range arguments {
		stack[k] = api.EncodeU32(a)
	}
	if err := f.CallWithStack(i.ctx, stack); err != nil {
		i.stop(name, err)
		return 0
	}
	return api.DecodeU32(stack[0])
}

// put copies data into the memory of the instance.
func (i *instance) put(data []byte) pointer {
	p := i.call("malloc", uint32(len(data)))
	if i.err == nil && (p == 0 || !i.module.Memory().Write(p, data)) {
		i.fail("no memory for %d bytes", len(data))
	}
	return p
}

// text copies a text into the memory of the instance, as C has it.
func (i *instance) text(s string) pointer { return i.put(append([]byte(s), 0)) }

// get returns a copy of what stands in the memory of the instance.
func (i *instance) get(p pointer, length uint32) []byte {
	data, ok := i.module.Memory().Read(p, length)
	if !ok {
		i.fail("%d bytes at %d are outside of the memory", length, p)
	}
	return append([]byte(nil), data...)
}

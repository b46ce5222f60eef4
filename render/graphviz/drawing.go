package graphviz

import (
	"context"
	"encoding/binary"
)

// drawing is a graph in the memory of an instance.
type drawing struct {
	*instance
	gvc, graph pointer
}

// plugins are the parts of Graphviz that are in the build, each a variable of it.
var plugins = [...]string{
	"gvplugin_dot_layout_LTX_library",
	"gvplugin_neato_layout_LTX_library",
	"gvplugin_core_LTX_library",
}

// drawing reads the one graph that dot holds, to be closed when done.
func (e *engine) drawing(ctx context.Context, dot string) (*drawing, error) {
	i, err := e.instance(ctx)
	if err != nil {
		return nil, err
	}
	d := &drawing{instance: i}
	d.start()
	d.read(dot)
	d.nameUnlabelled()
	if d.err != nil {
		d.close()
	}
	return d, d.err
}

// start makes the context of Graphviz, with the plugins of the build.
func (d *drawing) start() {
	var table []byte
	for _, name := range plugins {
		library := d.module.ExportedGlobal(name)
		if library == nil {
			d.fail("graphviz.wasm has no variable %s", name)
			return
		}
		table = binary.LittleEndian.AppendUint32(table, d.text(name))
		table = binary.LittleEndian.AppendUint32(table, uint32(library.Get()))
	}
	table = append(table, make([]byte, 8)...) // an entry of zeros ends the table
	const loadOnDemand = 1
	if d.gvc = d.call("gvContextPlugins", d.put(table), loadOnDemand); d.gvc == 0 {
		d.fail("it gave no context")
	}
}

// read reads the graph and refuses what is none, or more than one.
func (d *drawing) read(dot string) {
	if d.graph = d.call("agmemread", d.text(dot)); d.graph == 0 {
		d.fail("it is not in the Graphviz language")
	}
	// What stands behind the graph is read by the next call.
	if d.call("agmemread", d.text("")) != 0 {
		d.fail("it holds more than one graph")
	}
}

// nameUnlabelled has nodes with an empty label say their name, as go-graphviz
// does: no drawing may look different for what drives Graphviz.
func (d *drawing) nameUnlabelled() {
	label, name := d.text("label"), d.text(`\N`)
	for n := d.call("agfstnode", d.graph); n != 0; n = d.call("agnxtnode", d.graph, n) {
		if first, _ := d.module.Memory().ReadByte(d.call("agget", n, label)); first == 0 {
			d.call("agsafeset", n, label, name, name)
		}
	}
}

// layOut places everything by a layout of Graphviz: dot, neato, nop2.
func (d *drawing) layOut(layout string) {
	if d.call("gvLayout", d.gvc, d.graph, d.text(layout)) != 0 {
		d.fail("laying it out by %s failed", layout)
	}
}

// write returns a drawing that is laid out in a format of Graphviz: svg, json.
func (d *drawing) write(format string) []byte {
	answer := d.put(make([]byte, 8)) // where the text stands, and its length
	failed := d.call("gvRenderData", d.gvc, d.graph, d.text(format), answer, answer+4)
	text, _ := d.module.Memory().ReadUint32Le(answer)
	length, _ := d.module.Memory().ReadUint32Le(answer + 4)
	if failed != 0 || text == 0 || length == 0 {
		d.fail("no %s came of it", format)
	}
	if d.err != nil {
		return nil
	}
	return d.get(text, length)
}

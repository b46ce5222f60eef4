package graphviz

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
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

// read reads the one graph that dot holds.
func (i *instance) drawing(ctx context.Context, dot string) (*drawing, error) {
	d := &drawing{instance: i}
	var err error
	if d.gvc, err = i.context(ctx); err != nil {
		return nil, err
	}
	if d.graph, err = i.graph(ctx, dot); err != nil {
		return nil, fmt.Errorf("reading a drawing: %w", err)
	}
	if d.graph == 0 {
		return nil, i.said.wrap(errors.New("reading a drawing: it is not in the Graphviz language"))
	}
	// What stands behind the graph is read by the next call.
	next, err := i.graph(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("reading a drawing: %w", err)
	}
	if next != 0 {
		return nil, errors.New("reading a drawing: it holds more than one graph")
	}
	return d, d.nameUnlabelled(ctx)
}

// context makes the context of Graphviz with the plugins of the build.
func (i *instance) context(ctx context.Context) (pointer, error) {
	var table []byte
	for _, name := range plugins {
		library := i.module.ExportedGlobal(name)
		if library == nil {
			return 0, fmt.Errorf("graphviz.wasm has no variable %s", name)
		}
		text, err := i.text(ctx, name)
		if err != nil {
			return 0, err
		}
		table = binary.LittleEndian.AppendUint32(table, text)
		table = binary.LittleEndian.AppendUint32(table, uint32(library.Get()))
	}
	table = append(table, make([]byte, 8)...) // an entry of zeros ends the table
	list, err := i.put(ctx, table)
	if err != nil {
		return 0, err
	}
	const loadOnDemand = 1
	gvc, err := i.call(ctx, "gvContextPlugins", list, loadOnDemand)
	if err == nil && gvc == 0 {
		err = i.said.wrap(errors.New("starting Graphviz: it gave no context"))
	}
	return gvc, err
}

// graph reads the next graph of a text; it is 0 when there is none.
func (i *instance) graph(ctx context.Context, dot string) (pointer, error) {
	text, err := i.text(ctx, dot)
	if err != nil {
		return 0, err
	}
	return i.call(ctx, "agmemread", text)
}

// nameUnlabelled has nodes with an empty label say their name, as go-graphviz
// does: no drawing may look different for what drives Graphviz.
func (d *drawing) nameUnlabelled(ctx context.Context) error {
	label, err := d.text(ctx, "label")
	if err != nil {
		return err
	}
	name, err := d.text(ctx, `\N`)
	if err != nil {
		return err
	}
	n, err := d.call(ctx, "agfstnode", d.graph)
	for ; n != 0 && err == nil; n, err = d.call(ctx, "agnxtnode", d.graph, n) {
		text, err := d.call(ctx, "agget", n, label)
		if err != nil {
			return err
		}
		if first, ok := d.module.Memory().ReadByte(text); ok && first != 0 {
			continue
		}
		if _, err := d.call(ctx, "agsafeset", n, label, name, name); err != nil {
			return err
		}
	}
	return err
}

// layOut places everything, with a layout of Graphviz: dot, neato, nop2.
func (d *drawing) layOut(ctx context.Context, layout string) error {
	name, err := d.text(ctx, layout)
	if err != nil {
		return err
	}
	result, err := d.call(ctx, "gvLayout", d.gvc, d.graph, name)
	if err == nil && result != 0 {
		err = d.said.wrap(fmt.Errorf("could not lay it out with %s", layout))
	}
	return err
}

// write returns a drawing that is laid out in a format of Graphviz: svg, json.
func (d *drawing) write(ctx context.Context, format string) ([]byte, error) {
	name, err := d.text(ctx, format)
	if err != nil {
		return nil, err
	}
	answer, err := d.put(ctx, make([]byte, 8)) // where the text stands, and its length
	if err != nil {
		return nil, err
	}
	result, err := d.call(ctx, "gvRenderData", d.gvc, d.graph, name, answer, answer+4)
	if err != nil {
		return nil, err
	}
	text, err := d.word(answer)
	if err != nil {
		return nil, err
	}
	length, err := d.word(answer + 4)
	if err != nil {
		return nil, err
	}
	if result != 0 || text == 0 || length == 0 {
		return nil, d.said.wrap(fmt.Errorf("there is no %s of it", format))
	}
	return d.read(text, length)
}

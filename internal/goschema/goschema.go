// Package goschema derives JSON Schemas from Go types and their doc comments, so
// that a published schema says what the code says. Libraries that do so know
// nothing of comments, or take a pointer for a value that is always there; here
// a nil pointer is null, which stands for what is not known.
package goschema

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"strings"
)

// Schema is a JSON Schema, as [encoding/json] takes it.
type Schema map[string]any

// Generator makes schemas of Go types, and keeps one definition of each named
// struct.
type Generator struct {
	Definitions Schema                  // by type name; of several of one name, all but the first with their package before it
	names       map[reflect.Type]string // of definitions
	comments    map[string]string       // by PACKAGE.TYPE and PACKAGE.TYPE.FIELD
}

// New returns a generator that knows the doc comments of the packages in the
// given folders.
func New(folders ...string) (*Generator, error) {
	g := &Generator{Definitions: Schema{}, names: map[reflect.Type]string{}, comments: map[string]string{}}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			if err != nil {
				return nil, fmt.Errorf("reading comments: %w", err)
			}
			g.read(file)
		}
	}
	return g, nil
}

// read collects the comments of types and of their fields.
func (g *Generator) read(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			for _, spec := range n.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					g.comments[file.Name.Name+"."+t.Name.Name] = line(n.Doc, t.Doc)
				}
			}
		case *ast.TypeSpec:
			if s, ok := n.Type.(*ast.StructType); ok {
				for _, f := range s.Fields.List {
					for _, name := range f.Names {
						g.comments[file.Name.Name+"."+n.Name.Name+"."+name.Name] = line(f.Doc, f.Comment)
					}
				}
			}
		}
		return true
	})
}

// line returns comments as one line of text.
func line(groups ...*ast.CommentGroup) string {
	var text []string
	for _, c := range groups {
		text = append(text, strings.Fields(c.Text())...)
	}
	return strings.Join(text, " ")
}

// Of returns the schema of a type. It panics on a type that has no JSON form that
// is known ahead, such as an interface.
func (g *Generator) Of(t reflect.Type) Schema {
	switch t.Kind() {
	case reflect.Pointer:
		return Schema{"anyOf": []Schema{g.Of(t.Elem()), {"type": "null"}}}
	case reflect.String:
		return Schema{"type": "string"}
	case reflect.Bool:
		return Schema{"type": "boolean"}
	case reflect.Int, reflect.Int64, reflect.Int32:
		return Schema{"type": "integer"}
	case reflect.Float64:
		return Schema{"type": "number"}
	case reflect.Slice:
		return Schema{"type": "array", "items": g.Of(t.Elem())}
	case reflect.Array:
		return Schema{"type": "array", "items": g.Of(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Map:
		return Schema{"type": "object", "additionalProperties": g.Of(t.Elem())}
	case reflect.Struct:
		return Schema{"$ref": "#/$defs/" + g.define(t)}
	}
	panic(fmt.Sprintf("goschema: %s has no schema", t))
}

// define adds the definition of a struct, and returns what it is called by.
func (g *Generator) define(t reflect.Type) string {
	if name, known := g.names[t]; known {
		return name
	}
	name := t.Name()
	if _, taken := g.Definitions[name]; taken {
		name = t.String()
	}
	g.names[t], g.Definitions[name] = name, nil // for types that hold themselves
	properties, required := Schema{}, []string{}
	g.fields(t, properties, &required)
	s := Schema{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
	if about := g.comments[t.String()]; about != "" {
		s["description"] = about
	}
	g.Definitions[name] = s
	return name
}

// fields adds the fields of a struct, those of embedded ones among them.
func (g *Generator) fields(t reflect.Type, properties Schema, required *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && key == "":
			g.fields(f.Type, properties, required)
			continue
		case key == "-" || !f.IsExported():
			continue
		case key == "":
			key = f.Name
		}
		s := maps.Clone(g.Of(f.Type))
		if about := g.comments[t.String()+"."+f.Name]; about != "" {
			s["description"] = about
		}
		properties[key] = s
		if !strings.HasPrefix(options, "omit") {
			*required = append(*required, key)
		}
	}
}

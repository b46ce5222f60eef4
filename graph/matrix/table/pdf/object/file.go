package object

import (
	"bytes"

	"tasuki/graph/said"
)

// File is a PDF. What it cannot give, for a limit is passed or a stream is damaged, is
// kept as its error, which is the first one and stays; whoever has asked for values asks
// for it in the end.
type File struct {
	data    []byte
	entries map[Ref]entry
	trailer Dict

	objects map[Ref]any
	loading map[Ref]bool
	groups  map[Ref]*group
	rebuilt bool

	values, inflated, held, searched int
	err                              error
}

// entry says where an object is: at a place of the file, or the n-th of a stream of
// objects.
type entry struct {
	at int
	in Ref
}

// errEncrypted says what to do about a file with a password, be it an empty one.
var errEncrypted = said.New("this PDF is encrypted; open it with its password, print it to a new PDF without one, and name that")

// errDamaged says what to do about a file that holds no pages.
var errDamaged = said.New("this is no PDF, or a damaged one; open it in a program that shows it and print it to a new PDF")

// Open reads where the objects of a PDF are.
func Open(data []byte) (*File, error) {
	at := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if at < 0 {
		return nil, errDamaged
	}
	f := &File{data: data[at:]}
	f.reset()
	f.readReferences()
	if f.err == nil && f.trailer["Encrypt"] == nil && len(f.Pages()) == 0 {
		f.rebuild()
	}
	switch {
	case f.err != nil:
		return nil, f.err
	case f.trailer["Encrypt"] != nil:
		return nil, errEncrypted
	case f.Pages() == nil:
		return nil, errDamaged
	}
	return f, nil
}

// reset forgets all objects.
func (f *File) reset() {
	f.entries, f.trailer = map[Ref]entry{}, Dict{}
	f.objects, f.loading, f.groups = map[Ref]any{}, map[Ref]bool{}, map[Ref]*group{}
}

// Pages returns the dictionary that all pages hang below.
func (f *File) Pages() Dict {
	return f.Dict(f.Dict(f.trailer["Root"])["Pages"])
}

// Err returns the first error.
func (f *File) Err() error { return f.err }

func (f *File) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

// resolve returns the object that a value names, or the value.
func (f *File) resolve(v any) any {
	for range MaxNested {
		ref, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.object(ref)
	}
	return nil
}

// object returns an object, and nil for one that is not there, as the standard has it.
func (f *File) object(ref Ref) any {
	if v, known := f.objects[ref]; known {
		return v
	}
	if f.loading[ref] || f.err != nil {
		return nil
	}
	f.loading[ref] = true
	v, ok := f.load(ref)
	delete(f.loading, ref)
	if !ok && !f.rebuilt && f.err == nil && len(f.loading) == 0 {
		f.rebuild()
		return f.object(ref)
	}
	f.objects[ref] = v
	return v
}

// load reads an object, and reports whether the references were right about it.
func (f *File) load(ref Ref) (any, bool) {
	e, known := f.entries[ref]
	switch {
	case !known:
		return nil, true
	case e.in != 0:
		return f.grouped(ref, e)
	}
	v, found := f.indirect(e.at)
	if found != ref {
		return nil, false
	}
	return v, true
}

// parser returns a parser of objects from a place of the file.
func (f *File) parser(data []byte, at int) *Parser {
	return &Parser{lexer: lexer{data: data, at: min(at, len(data))}, refs: true, left: maxValues - f.values}
}

// parsed returns the next value of a parser of objects.
func (f *File) parsed(p *Parser) any {
	v, err := p.Next()
	if f.values = maxValues - max(p.left, 0); err == errValues || err == errNested {
		f.fail(err)
	}
	return v
}

// indirect reads the object at a place of the file, with its number; -1 where there is
// none.
func (f *File) indirect(at int) (any, Ref) {
	p := f.parser(f.data, at)
	number, ok := p.whole()
	if _, also := p.whole(); !ok || !also || !p.skip() || !p.has("obj") {
		return nil, -1
	}
	v := f.parsed(p)
	d, ok := v.(Dict)
	if ok && p.skip() && p.has("stream") {
		if !p.has("\r\n") && !p.has("\n") {
			p.has("\r")
		}
		return &Stream{d, f.bytesOf(d, p.at)}, Ref(number)
	}
	return v, Ref(number)
}

var endOfStream = []byte("endstream")

// bytesOf returns the bytes of a stream that begins at a place: as many as it says where
// its end follows them, and otherwise those up to the end.
func (f *File) bytesOf(d Dict, at int) []byte {
	rest := f.data[at:]
	if n := int(f.Number(d["Length"], -1)); n >= 0 && n <= len(rest) {
		l := lexer{data: rest, at: n}
		if l.skip() && l.has(string(endOfStream)) {
			return rest[:n]
		}
	}
	end := bytes.Index(rest, endOfStream)
	if end < 0 {
		end = len(rest)
	}
	if f.searched += end; f.searched > maxSearched {
		f.fail(said.Errorf("the PDF is damaged, and to search its streams takes too long; open it in a program that shows it and print it to a new PDF"))
	}
	for end > 0 && (rest[end-1] == '\n' || rest[end-1] == '\r') {
		end--
	}
	return rest[:end]
}

package object

import (
	"bytes"

	"tasuki/graph/said"
)

// readReferences reads the references of the newest version of the file and of those
// before it. The first that names an object holds.
func (f *File) readReferences() {
	tail := f.data[max(0, len(f.data)-2048):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return
	}
	l := lexer{data: tail, at: i + len("startxref")}
	at, ok := l.whole()
	seen := map[int]bool{}
	for ok && f.err == nil && !seen[at] && at < len(f.data) {
		seen[at] = true
		d := f.section(at)
		if n, hybrid := d["XRefStm"].(float64); hybrid && n >= 0 && !seen[int(n)] {
			seen[int(n)] = true
			f.section(int(n))
		}
		for key, v := range d {
			if _, newer := f.trailer[key]; !newer {
				f.trailer[key] = v
			}
		}
		before, more := d["Prev"].(float64)
		at, ok = int(before), more && before >= 0
	}
}

// note keeps where an object is, unless a newer version has it.
func (f *File) note(ref Ref, e entry) {
	if _, newer := f.entries[ref]; newer {
		return
	}
	if len(f.entries) >= maxObjects {
		f.fail(said.Errorf("the PDF has more than %d objects; print the pages with the matrix alone to a new PDF", maxObjects))
		return
	}
	f.entries[ref] = e
}

// section reads the references at a place of the file, a table or a stream, and returns
// what is said behind or with them.
func (f *File) section(at int) Dict {
	p := f.parser(f.data, at)
	if !p.skip() {
		return nil
	}
	if !p.has("xref") {
		v, _ := f.indirect(at)
		s, ok := v.(*Stream)
		if !ok || s.Dict["W"] == nil {
			return nil
		}
		f.packed(s)
		return s.Dict
	}
	for {
		first, ok := p.whole()
		count, also := p.whole()
		if !ok || !also {
			break
		}
		for i := 0; i < count && f.err == nil; i++ {
			place, known := p.whole()
			if _, ok := p.whole(); !known || !ok || !p.skip() {
				return nil
			}
			if word := p.word(); string(word) == "n" && place > 0 {
				f.note(Ref(first+i), entry{at: place})
			} else if len(word) == 0 {
				return nil
			}
		}
	}
	if !p.skip() || !p.has("trailer") {
		return nil
	}
	d, _ := f.parsed(p).(Dict)
	return d
}

// packed reads the references of a stream: a kind, and two fields whose meaning depends
// on it.
func (f *File) packed(s *Stream) {
	w, ok := f.Numbers(s.Dict["W"], 3)
	data := f.Bytes(s)
	if !ok || w[0] < 0 || w[1] < 0 || w[2] < 0 || w[0]+w[1]+w[2] < 1 || w[0] > 8 || w[1] > 8 || w[2] > 8 {
		return
	}
	index := f.Array(s.Dict["Index"])
	if len(index) < 2 {
		index = []any{0.0, s.Dict["Size"]}
	}
	field := func(width float64, otherwise int) int {
		if width == 0 {
			return otherwise
		}
		n := 0
		for _, c := range data[:int(width)] {
			n = n<<8 | int(c)
		}
		data = data[int(width):]
		return n
	}
	for ; len(index) >= 2; index = index[2:] {
		first, count := int(f.Number(index[0], 0)), int(f.Number(index[1], 0))
		for i := 0; i < count && len(data) >= int(w[0]+w[1]+w[2]) && f.err == nil; i++ {
			kind, a, _ := field(w[0], 1), field(w[1], 0), field(w[2], 0)
			switch {
			case kind == 1 && a > 0 && a < len(f.data):
				f.note(Ref(first+i), entry{at: a})
			case kind == 2 && a > 0:
				f.note(Ref(first+i), entry{in: Ref(a)})
			}
		}
	}
}

package object

import (
	"bytes"
)

// rebuild finds the objects of a file whose references are wrong: the last of each
// number holds, as it does in a file with later versions behind earlier ones.
func (f *File) rebuild() {
	f.rebuilt = true
	encrypted := f.trailer["Encrypt"]
	f.reset()
	places := f.places()
	for _, at := range places {
		l := lexer{data: f.data, at: at}
		number, _ := l.whole()
		delete(f.entries, Ref(number))
		f.note(Ref(number), entry{at: at})
	}
	for _, at := range places {
		f.unpack(at)
	}
	for rest, at := f.data, 0; f.err == nil; {
		i := bytes.Index(rest, []byte("trailer"))
		if i < 0 {
			break
		}
		at, rest = at+i+len("trailer"), rest[i+len("trailer"):]
		if d, ok := f.parsed(f.parser(f.data, at)).(Dict); ok {
			f.adopt(d)
		}
	}
	if encrypted != nil {
		f.trailer["Encrypt"] = encrypted
	}
}

// places returns where objects begin.
func (f *File) places() []int {
	var list []int
	for rest, at := f.data, 0; len(list) <= maxObjects; {
		i := bytes.Index(rest, []byte("obj"))
		if i < 0 {
			break
		}
		at, rest = at+i, rest[i+3:]
		if from := f.numbered(at); from >= 0 {
			list = append(list, from)
		}
		at += 3
	}
	return list
}

// numbered returns where the two numbers before a place begin, or -1.
func (f *File) numbered(at int) int {
	for range 2 {
		back := at
		for at > 0 && isSpace(f.data[at-1]) && back-at < 16 {
			at--
		}
		digits := at
		for at > 0 && '0' <= f.data[at-1] && f.data[at-1] <= '9' && digits-at < 10 {
			at--
		}
		if digits == at {
			return -1
		}
	}
	return at
}

// unpack looks at an object that others may be in, or that is told of all objects.
func (f *File) unpack(at int) {
	head := f.data[at:min(len(f.data), at+1024)]
	if end := bytes.Index(head, []byte("endobj")); end >= 0 {
		head = head[:end]
	}
	l := lexer{data: head}
	number, _ := l.whole()
	switch {
	case f.err != nil:
	case bytes.Contains(head, []byte("/ObjStm")):
		g := f.group(Ref(number))
		if g == nil {
			return
		}
		for _, ref := range g.order {
			if e, known := f.entries[ref]; !known || e.at < at {
				delete(f.entries, ref)
				f.note(ref, entry{at: at, in: Ref(number)})
			}
		}
	case bytes.Contains(head, []byte("/XRef")):
		f.adopt(f.Dict(Ref(number)))
	case bytes.Contains(head, []byte("/Catalog")) && f.trailer["Root"] == nil:
		f.trailer["Root"] = Ref(number)
	}
}

// adopt takes what a trailer says.
func (f *File) adopt(d Dict) {
	if d["Root"] != nil {
		f.trailer["Root"] = d["Root"]
	}
	if d["Encrypt"] != nil {
		f.trailer["Encrypt"] = d["Encrypt"]
	}
}

// Package intern gives texts numbers: each text once, in the order in which they come.
package intern

import (
	"hash/maphash"

	"tasuki/graph/said"
)

// Table holds texts by number. Its zero value holds none. It keeps 12 bytes beside each
// text at most twice over, and no pointers, so that the garbage collector passes by.
type Table struct {
	seed  maphash.Seed
	slots []slot // open addressing; a power of two, at most half full
	ends  []int64
	parts [][]byte // the texts, one after the other; none is parted
}

// slot is a text's number from 1, and a part of its hash.
type slot struct{ hash, number uint32 }

const partBytes = 1 << 20

// Len returns how many texts there are.
func (t *Table) Len() int { return len(t.ends) }

// ID returns the number of a text, from 0, and whether it was there already. It takes
// constant time on the average, whatever the texts: their hash is seeded by chance, which
// no number depends on. It panics beyond 2^32-2 texts.
func (t *Table) ID(text []byte) (id uint32, known bool) {
	if 2*len(t.ends) >= len(t.slots) {
		t.grow()
	}
	hash := maphash.Bytes(t.seed, text)
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.number == 0 {
			t.add(text)
			*s = slot{uint32(hash >> 32), uint32(len(t.ends))}
			return s.number - 1, false
		}
		if s.hash == uint32(hash>>32) && string(t.Text(s.number-1)) == string(text) {
			return s.number - 1, true
		}
	}
}

// Find returns the number of a text, if it has one.
func (t *Table) Find(text []byte) (id uint32, ok bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	hash := maphash.Bytes(t.seed, text)
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; t.slots[i].number != 0; i = (i + 1) & mask {
		s := t.slots[i]
		if s.hash == uint32(hash>>32) && string(t.Text(s.number-1)) == string(text) {
			return s.number - 1, true
		}
	}
	return 0, false
}

// Text returns the text of a number, which is not to be changed.
func (t *Table) Text(id uint32) []byte {
	end := t.ends[id]
	part, to := t.parts[end>>32], end&0xffffffff
	from := int64(0)
	if id > 0 && t.ends[id-1]>>32 == end>>32 {
		from = t.ends[id-1] & 0xffffffff
	}
	return part[from:to]
}

func (t *Table) add(text []byte) {
	if len(t.ends) == 1<<32-2 {
		panic(said.New("more than 4,294,967,294 texts"))
	}
	last := len(t.parts) - 1
	if last < 0 || len(t.parts[last])+len(text) > cap(t.parts[last]) {
		size := partBytes
		if last < 0 {
			size = 1 << 10
		}
		t.parts = append(t.parts, make([]byte, 0, max(size, len(text))))
		last++
	}
	t.parts[last] = append(t.parts[last], text...)
	t.ends = append(t.ends, int64(last)<<32|int64(len(t.parts[last])))
}

func (t *Table) grow() {
	if t.slots == nil {
		t.seed = maphash.MakeSeed()
	}
	t.slots = make([]slot, max(64, 2*len(t.slots)))
	mask := uint64(len(t.slots) - 1)
	for id := range t.ends {
		hash := maphash.Bytes(t.seed, t.Text(uint32(id)))
		i := hash & mask
		for t.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = slot{uint32(hash >> 32), uint32(id + 1)}
	}
}

// Set holds the hashes of texts: whether one is new is told rightly, that it was there
// already may be wrong for one text in 2^64 divided by how many there are. It takes 16 to
// 32 bytes a text. Its zero value is empty.
type Set struct {
	seed  maphash.Seed
	slots []uint64
	n     int
}

// Add puts a text into the set and reports whether it was there already.
func (s *Set) Add(text []byte) (known bool) {
	if s.slots == nil {
		s.seed = maphash.MakeSeed()
		s.slots = make([]uint64, 1<<10)
	}
	if !s.add(maphash.Bytes(s.seed, text) | 1) { // 0 is an empty slot
		return true
	}
	if s.n++; 2*s.n < len(s.slots) {
		return false
	}
	old := s.slots
	s.slots = make([]uint64, 2*len(old))
	for _, hash := range old {
		if hash != 0 {
			s.add(hash)
		}
	}
	return false
}

func (s *Set) add(hash uint64) bool {
	mask := uint64(len(s.slots) - 1)
	for i := (hash >> 1) & mask; ; i = (i + 1) & mask {
		switch s.slots[i] {
		case hash:
			return false
		case 0:
			s.slots[i] = hash
			return true
		}
	}
}

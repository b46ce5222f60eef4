package network

import "math/bits"

// width is the number of sources that are searched from at once: as many as a
// word has bits, and so few that a number for each of them fills two lines of
// the cache.
const width = 16

// word has one bit for each source.
type word uint16

// all is the word of all sources.
const all = word(1<<width - 1)

// count returns the number of sources in w.
func (w word) count() int { return bits.OnesCount16(uint16(w)) }

// lane returns the lane of the first source in w.
func (w word) lane() int { return bits.TrailingZeros16(uint16(w)) % width }

// lanes holds one number for each source.
type lanes [width]float64

// add adds the lanes of x that are in w.
func (l *lanes) add(x *lanes, w word) {
	for ; w != 0; w &= w - 1 {
		l[w.lane()] += x[w.lane()]
	}
}

// set sets the lanes that are in w to those of x.
func (l *lanes) set(x *lanes, w word) {
	for ; w != 0; w &= w - 1 {
		l[w.lane()] = x[w.lane()]
	}
}

// gather sets the lanes that are in w, and maybe others, to the sums of these
// lanes over the listed vertices. Eight sums at a time stay in registers.
func (l *lanes) gather(of []lanes, list []int32, w word) {
	if w.count() < 3 {
		for ; w != 0; w &= w - 1 {
			sum, lane := 0.0, w.lane()
			for _, v := range list {
				sum += of[v][lane]
			}
			l[lane] = sum
		}
		return
	}
	for half := 0; half < width; half += 8 {
		var a, b, c, d, e, f, g, h float64
		for _, v := range list {
			x := (*[8]float64)(of[v][half:])
			a, b, c, d, e, f, g, h = a+x[0], b+x[1], c+x[2], d+x[3], e+x[4], f+x[5], g+x[6], h+x[7]
		}
		*(*[8]float64)(l[half:]) = [8]float64{a, b, c, d, e, f, g, h}
	}
}

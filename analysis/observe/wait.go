package observe

import (
	"math"
	"math/bits"
	"slices"

	"tasuki/graph/eventlog"
)

// ExactWaits is how many measured waits of a pair are held, so that quantiles are exact.
const ExactWaits = 1024

// WaitError is the largest relative error of a quantile of more waits.
const WaitError = 1.0 / 128

const (
	minute = 60_000_000 // microseconds
	day    = 24 * 60 * minute

	// finer is how many steps of equal width an octave has, as a power of two: half of a
	// step is WaitError of where the octave begins.
	finer = 6
)

// waits counts waits. What it says depends on the waits alone, not on their order or on
// how they were merged.
type waits struct {
	measured, zero, negative, untimed, whole int

	exact   []int64                 // of at most ExactWaits; nil when there are more
	octaves *[64]*[1 << finer]int64 // beyond: by the highest bit, then the next bits; nil: none
}

func (w *waits) add(from, to int64) {
	switch {
	case from == eventlog.NoTime || to == eventlog.NoTime:
		w.untimed++
	case to < from:
		w.negative++
	case to == from:
		w.zero++
	default:
		v := to - from
		if v < 0 { // further apart than an int64 tells
			v = math.MaxInt64
		}
		w.measured++
		if v%day == 0 {
			w.whole++
		}
		w.put(v)
	}
}

// put adds a wait whose number is counted already.
func (w *waits) put(v int64) {
	if w.measured <= ExactWaits {
		w.exact = append(w.exact, v)
		return
	}
	w.spill()
	w.bin(v)
}

func (w *waits) spill() {
	for _, v := range w.exact {
		w.bin(v)
	}
	w.exact = nil
}

func (w *waits) bin(v int64) {
	octave := bits.Len64(uint64(v)) - 1
	step := v << (63 - octave) >> (63 - finer) & (1<<finer - 1)
	w.octave(octave)[step]++
}

func (w *waits) octave(i int) *[1 << finer]int64 {
	if w.octaves == nil {
		w.octaves = &[64]*[1 << finer]int64{}
	}
	if w.octaves[i] == nil {
		w.octaves[i] = &[1 << finer]int64{}
	}
	return w.octaves[i]
}

func (w *waits) merge(o *waits) {
	w.measured += o.measured
	w.zero += o.zero
	w.negative += o.negative
	w.untimed += o.untimed
	w.whole += o.whole
	if w.measured <= ExactWaits {
		w.exact = append(w.exact, o.exact...)
		return
	}
	w.spill()
	for _, v := range o.exact {
		w.bin(v)
	}
	if o.octaves == nil {
		return
	}
	for i, steps := range o.octaves {
		if steps == nil {
			continue
		}
		mine := w.octave(i)
		for j, n := range steps {
			mine[j] += n
		}
	}
}

func (w *waits) result() Wait {
	r := Wait{Measured: w.measured, Zero: w.zero, Negative: w.negative, Untimed: w.untimed, WholeDays: w.whole}
	r.Exact = w.measured <= ExactWaits
	if w.measured == 0 {
		return r
	}
	slices.Sort(w.exact)
	p50, p90 := w.quantile(5), w.quantile(9)
	r.P50, r.P90 = &p50, &p90
	return r
}

// quantile returns the least wait that tenths of the waits do not exceed, in minutes; of
// more than ExactWaits the middle of the step that it lies in.
func (w *waits) quantile(tenths int) float64 {
	rank := int64((w.measured*tenths + 9) / 10)
	if w.measured <= ExactWaits {
		return float64(w.exact[rank-1]) / minute
	}
	for octave, steps := range w.octaves {
		if steps == nil {
			continue
		}
		for i, n := range steps {
			if rank -= n; rank <= 0 {
				return math.Ldexp(1+(float64(i)+0.5)/(1<<finer), octave) / minute
			}
		}
	}
	return 0
}

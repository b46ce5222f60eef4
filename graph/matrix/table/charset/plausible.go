package charset

import (
	"bufio"
	"io"

	"tasuki/graph/matrix/table"
)

// enough is how many runs of bytes beyond ASCII tell an encoding.
const enough = 1 << 14

// longest is how much of a run is weighed: a text has its blanks and line ends.
const longest = 256

// bytesOf is a run of bytes that are not ASCII, with what stands before and behind it.
// Each encoding that is asked takes a run apart and weighs what it reads.
type bytesOf struct {
	run   []byte // with one ASCII byte behind it, which may be the second half of a character
	ascii bool   // whether there is one
	prior byte   // the ASCII byte before it, 0 at the beginning
	score int
}

// plausible returns how much a file looks like an encoding. What weighs a character in
// which encoding was chosen such that one accented letter in a word outweighs one rare
// kanji that eats the letter behind it, and one word in kana outweighs what its bytes
// are in a Latin encoding.
func plausible(f table.File, weigh func(*bytesOf)) (int, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	in := bufio.NewReaderSize(f, 64<<10)
	b := bytesOf{}
	prior := byte(0)
	for runs := 0; runs < enough; {
		c, err := in.ReadByte()
		switch {
		case err == io.EOF:
			b.end(weigh, false)
			return b.score, nil
		case err != nil:
			return 0, err
		case c >= 0x80:
			if len(b.run) == 0 {
				b.prior = prior
			}
			if len(b.run) < longest {
				b.run = append(b.run, c)
			}
		case len(b.run) > 0:
			b.run = append(b.run, c)
			b.end(weigh, true)
			runs++
		}
		prior = c
	}
	return b.score, nil
}

// end weighs a run.
func (b *bytesOf) end(weigh func(*bytesOf), ascii bool) {
	if b.ascii = ascii; len(b.run) > 0 {
		weigh(b)
	}
	b.run = b.run[:0]
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// What a character weighs.
const (
	kana   = 6
	common = 4 // kanji and signs in everyday use
	half   = 2 // half-width kana
	rare   = -1
	glued  = -6 // one sign of another script within a word of small letters
	broken = -16
)

// japanese weighs a run of characters with a weight for each.
func (b *bytesOf) japanese(weights []int, behind byte) {
	if len(weights) == 1 && weights[0] != broken && (isLower(b.prior) || isLower(behind)) {
		switch {
		case isLower(b.prior) && isLower(behind), weights[0] < common:
			b.score += glued
			return
		}
	}
	for _, w := range weights {
		b.score += w
	}
}

// cp932 reads a run as CP932: half-width kana are single bytes, and the second byte
// of a character may be ASCII.
func (b *bytesOf) cp932() {
	var weights []int
	end := len(b.run)
	if b.ascii {
		end--
	}
	i := 0
	for i < end {
		c := b.run[i]
		i++
		if c >= 0xa1 && c <= 0xdf {
			if c <= 0xa5 {
				weights = append(weights, -half)
			} else {
				weights = append(weights, half)
			}
			continue
		}
		next := byte(0)
		if i < len(b.run) {
			next = b.run[i]
		}
		i++
		weights = append(weights, pair932(c, next))
	}
	behind := byte(0)
	if i < len(b.run) {
		behind = b.run[i]
	}
	b.japanese(weights, behind)
}

// pair932 returns what a character of two bytes weighs.
func pair932(c, next byte) int {
	switch {
	case next < 0x40 || next == 0x7f || next > 0xfc || c == 0x80 || c == 0xa0 || c > 0xfc:
		return broken
	case c == 0x82 && next >= 0x9f, c == 0x83 && next <= 0x96:
		return kana
	case c <= 0x83, c >= 0x87 && c <= 0x97, c == 0x98 && next <= 0x72:
		return common
	}
	return rare
}

// eucJP reads a run as EUC-JP, whose characters have no ASCII in them.
func (b *bytesOf) eucJP() {
	var weights []int
	run, behind := b.run, byte(0)
	if b.ascii {
		run, behind = run[:len(run)-1], run[len(run)-1]
	}
	for i := 0; i < len(run); i += 2 {
		c, next := run[i], byte(0)
		if i+1 < len(run) {
			next = run[i+1]
		}
		switch {
		case c == 0x8f && next >= 0xa1: // of three bytes
			i++
			weights = append(weights, rare)
		case c == 0x8e && next >= 0xa1 && next <= 0xdf:
			weights = append(weights, half)
		case c < 0xa1 || next < 0xa1 || c == 0xff || next == 0xff:
			weights = append(weights, broken)
		case c == 0xa4 || c == 0xa5:
			weights = append(weights, kana)
		case c <= 0xa3, c == 0xad, c >= 0xb0 && c <= 0xcf:
			weights = append(weights, common)
		default:
			weights = append(weights, rare)
		}
	}
	b.japanese(weights, behind)
}

// windows1252 reads a run as Windows-1252: letters with accents stand beside others,
// and hardly two of them beside each other.
func (b *bytesOf) windows1252() {
	run, behind := b.run, byte(0)
	if b.ascii {
		run, behind = run[:len(run)-1], run[len(run)-1]
	}
	word := isLower(b.prior) || isLower(behind)
	for _, c := range run {
		weight := 1
		switch {
		case c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d:
			weight = broken
		case c == 0x80 || c == 0x85 || c == 0x95 || c >= 0x91 && c <= 0x97 || c == 0x99 || c >= 0xa0 && c < 0xc0: // € … quotes, dashes, signs
		case c < 0xa0 && c != 0x8a && c != 0x8c && c != 0x8e && c != 0x9a && c != 0x9c && c != 0x9e && c != 0x9f, c == 0xd7, c == 0xf7:
			weight = -4
		case word:
			weight = 4
		}
		switch {
		case len(run) > 2:
			weight = min(weight, -4)
		case len(run) == 2:
			weight = min(weight, 2)
		}
		b.score += weight
	}
}

package pdffile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Mapped tells programs that read the text of a file what characters above U+FFFF its codes
// are, of which the library says that all are Unicode. Equal files and codes give equal bytes.
func Mapped(pdf []byte, codes map[rune]uint16) ([]byte, error) {
	if len(codes) == 0 {
		return pdf, nil
	}
	const size, last = "<</Length ", "endbfrange\n"
	at := bytes.Index(pdf, []byte("/CMapName /Adobe-Identity-UCS"))
	begin := bytes.LastIndex(pdf[:max(at, 0)], []byte(size))
	end := bytes.Index(pdf[max(at, 0):], []byte(last))
	if at < 0 || begin < 0 || end < 0 {
		return nil, errPlace
	}
	end += at + len(last)
	var list strings.Builder
	var all []rune
	for r := range codes {
		all = append(all, r)
	}
	slices.Sort(all)
	for len(all) > 0 {
		chunk := all[:min(len(all), 100)] // of which a map has no more at once
		all = all[len(chunk):]
		fmt.Fprintf(&list, "%d beginbfchar\n", len(chunk))
		for _, r := range chunk {
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&list, "<%04X> <%04X%04X>\n", codes[r], high, low)
		}
		list.WriteString("endbfchar\n")
	}
	number, _, _ := bytes.Cut(pdf[begin+len(size):], []byte(">>"))
	length, err := strconv.Atoi(string(number))
	if err != nil {
		return nil, errPlace
	}
	pdf, err = replaced(pdf, end, end, list.String())
	if err != nil {
		return nil, err
	}
	begin += len(size)
	return replaced(pdf, begin, begin+len(number), strconv.Itoa(length+list.Len()))
}

// UTF16 returns a text as the properties of a PDF hold it. The library would
// do so for characters up to U+FFFF only.
func UTF16(text string) string {
	b := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		b = binary.BigEndian.AppendUint16(b, unit)
	}
	return string(b)
}

// Paired returns a text in which characters above U+FFFF are two of three bytes each, as
// CESU-8 has them: from that the library makes UTF-16.
func Paired(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r <= 0xFFFF {
			b.WriteRune(r)
			continue
		}
		high, low := utf16.EncodeRune(r)
		for _, unit := range []rune{high, low} {
			b.Write([]byte{0xE0 | byte(unit>>12), 0x80 | byte(unit>>6&0x3F), 0x80 | byte(unit&0x3F)})
		}
	}
	return b.String()
}

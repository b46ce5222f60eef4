package pdftext

import (
	"iter"
	"strings"
)

// objectsOf returns the objects of a PDF by number, and the numbers in order. The texts of
// PDFs are read so often that patterns for them took half of the time of some tests.
func objectsOf(text string) (objects map[string]string, order []string) {
	const begin, end = " 0 obj\n", "\nendobj"
	objects = map[string]string{}
	for {
		at := strings.Index(text, begin)
		if at < 0 {
			return objects, order
		}
		number := text[strings.LastIndexByte(text[:at], '\n')+1 : at]
		text = text[at+len(begin):]
		if number == "" || strings.Trim(number, "0123456789") != "" {
			continue
		}
		length := strings.Index(text, end)
		if length < 0 {
			return objects, order
		}
		objects[number] = text[:length]
		order = append(order, number)
		text = text[length+len(end):]
	}
}

// words yields the operators of a page and what they are about, in order: a string with
// the bracket before it and without that after it, as it is written, and everything else
// as it is.
func words(page string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for at := 0; at < len(page); {
			begin := at
			switch c := page[at]; {
			case c == '(':
				for at++; at < len(page) && page[at] != ')'; at++ {
					if page[at] == '\\' {
						at++
					}
				}
				if at >= len(page) || !yield(page[begin:at]) {
					return
				}
				at++
			case c == ')' || blank(c):
				at++
			default:
				for at < len(page) && page[at] != '(' && page[at] != ')' && !blank(page[at]) {
					at++
				}
				if !yield(page[begin:at]) {
					return
				}
			}
		}
	}
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

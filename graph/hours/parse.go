package hours

import (
	"slices"

	"tasuki/graph/said"
)

// maxText is how many bytes hours may have, which bounds the time to read them and the
// number of rules and spans.
const maxText = 1000

// Parse reads hours in the language that the package describes, a text of at most 1,000
// bytes. All faults are returned, joined in the order of the text, each with the
// character at which it stands and what to write instead; of what does not follow the
// grammar, the first of each rule, and none where a word of it is not known. It takes O(n log n) for n bytes.
func Parse(text string) (Rules, error) {
	if len(text) > maxText {
		return Rules{}, said.Errorf("opening hours have %d bytes, and may have %d; keep to the rules that differ", len(text), maxText)
	}
	var f faults
	var list []Rule
	rules := f.words(text)
	if len(rules) == 1 && len(rules[0]) == 1 {
		return Rules{}, said.New(`opening hours are empty; write days and times, such as "Mo-Fr 08:30-17:00; PH off", or 24/7`)
	}
	for _, words := range rules {
		p := parser{words: words, faults: &f}
		list = append(list, p.rule())
	}
	if err := f.joined(); err != nil {
		return Rules{}, err
	}
	return newRules(list), nil
}

// parser reads the words of one rule; the last is its end.
type parser struct {
	*faults
	words  []word
	wrong  bool // a word was read that is none, and may have been meant for anything
	failed bool // what follows is not read
}

// next is the word to be read.
func (p *parser) next() word { return p.words[0] }

// is reports whether the next word is of a kind, or was meant to be.
func (p *parser) is(k kind) bool {
	w := p.next()
	return w.kind == k || w.kind == wrong && w.value == int(k)
}

// take reads the next word if it is of a kind.
func (p *parser) take(k kind) bool {
	if p.failed || !p.is(k) {
		return false
	}
	w := p.next()
	p.wrong = p.wrong || w.kind == wrong && k == day
	p.words = p.words[1:]
	return true
}

// refuse notes that another word should stand where the next one does, and reads no
// further. What is no word has been noted before, and what follows letters that are none
// says nothing of what is missing.
func (p *parser) refuse(form string, args ...any) {
	if w := p.next(); !p.failed && !p.wrong && w.kind != wrong {
		p.fault(w.at, form, args...)
	}
	p.failed = true
}

// rule reads a rule up to its end.
func (p *parser) rule() Rule {
	if p.next().kind == end {
		p.refuse("no rule stands here; leave out the semicolon, or write days and times")
		return Rule{}
	}
	week := []Day{Mo, Tu, We, Th, Fr, Sa, Su}
	if p.take(always) {
		p.ended()
		return Rule{Days: week, Spans: []Span{{0, perDay}}, Always: true}
	}
	r := Rule{Days: week}
	if p.is(day) {
		r.Days = p.days()
		if p.take(off) {
			r.Off = true
			p.ended()
			return r
		}
	}
	switch {
	case p.is(moment):
	case p.is(day):
		p.ended()
	case p.is(always):
		p.refuse("24/7 has no days; write 00:00-24:00 after days")
	case p.is(off):
		p.refuse("off stands without days; write them before it, such as Mo-Su,PH off")
	default:
		p.refuse("a time is missing; write one such as 08:30-17:00, or off")
	}
	r.Spans = p.spans()
	p.ended()
	r.Always = isWeek(r.Days) && slices.Equal(r.Spans, []Span{{0, perDay}})
	return r
}

// ended sees to it that nothing follows.
func (p *parser) ended() {
	if p.failed || p.next().kind == end {
		return
	}
	p.refuse("%q cannot stand here; write a comma between days or times, and a semicolon before the next rule", p.next().text)
}

// days reads days and ranges of them.
func (p *parser) days() []Day {
	var named [allDays]bool
	for {
		first := p.next()
		if !p.take(day) {
			p.refuse("a day is missing; write Mo, Tu, We, Th, Fr, Sa, Su or PH")
			break
		}
		last := first
		if p.take(dash) {
			last = p.next()
			if !p.take(day) {
				p.refuse("the last day of a range is missing; write one such as Mo-Fr")
				break
			}
		}
		if first.kind == day && last.kind == day {
			p.mark(&named, first, last)
		}
		if !p.take(comma) {
			break
		}
	}
	var list []Day
	for d, ok := range named {
		if ok {
			list = append(list, Day(d))
		}
	}
	return list
}

// mark names the days of a range, which may pass the end of the week.
func (p *parser) mark(named *[allDays]bool, first, last word) {
	from, to := Day(first.value), Day(last.value)
	switch {
	case first.at == last.at:
		named[from] = true
		return
	case from == PH || to == PH:
		p.fault(first.at, "PH stands in a range; write it after a comma, such as Mo-Fr,PH")
		return
	case from == to:
		p.fault(first.at, "a range has one day; write %s, or Mo-Su for the whole week", from)
		return
	}
	for d := from; ; d = (d + 1) % PH {
		named[d] = true
		if d == to {
			return
		}
	}
}

// spans reads spans, and returns them in order with those that touch or overlap as one.
func (p *parser) spans() []Span {
	var list []Span
	for !p.failed {
		from := p.next()
		if !p.take(moment) {
			p.refuse("a time is missing; write one such as 08:30-17:00, and a semicolon before the next rule")
			break
		}
		if !p.take(dash) {
			p.refuse("the end of the time is missing; write it after a dash, such as 08:30-17:00")
			break
		}
		to := p.next()
		if !p.take(moment) {
			p.refuse("the end of the time is missing; write it after a dash, such as 08:30-17:00")
			break
		}
		if from.kind == moment && from.value >= perDay {
			p.fault(from.at, "a time begins at %s; write 00:00 to 23:59, and the day on which it begins", from.text)
		}
		if to.value <= from.value {
			to.value += perDay
		}
		list = append(list, Span{from.value, to.value})
		if !p.take(comma) {
			break
		}
	}
	return merged(list)
}

// merged returns spans in order, those that touch or overlap as one.
func merged(list []Span) []Span {
	slices.SortFunc(list, func(a, b Span) int { return a.From - b.From })
	var out []Span
	for _, s := range list {
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, s.To)
			continue
		}
		out = append(out, s)
	}
	return out
}

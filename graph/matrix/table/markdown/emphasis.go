package markdown

// emphasis takes the signs of emphasis from a piece on away, in pairs, as the CommonMark standard
// matches them: each end with the nearest beginning before it. What matches nothing
// stays, such as the star of a footnote.
// https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
func (in *inline) emphasis(from int) {
	var open []int          // the pieces that may begin one
	floor := map[kind]int{} // below this place in open nothing matches
	for i := from; i < len(in.pieces); i++ {
		p := &in.pieces[i]
		if p.sign == 0 {
			continue
		}
		for p.closes && p.text != "" {
			k := kindOf(p)
			at := len(open) - 1
			for ; at >= floor[k] && !matches(&in.pieces[open[at]], p); at-- {
			}
			if at < floor[k] {
				floor[k] = len(open)
				break
			}
			first := &in.pieces[open[at]]
			n := 1
			if len(first.text) > 1 && len(p.text) > 1 {
				n = 2
			}
			if p.sign == '~' {
				first.strikes++
				p.strikes--
			}
			first.text, p.text = first.text[n:], p.text[n:]
			if open = open[:at+1]; first.text == "" {
				open = open[:at]
			}
			for k, f := range floor {
				floor[k] = min(f, len(open))
			}
		}
		if p.opens && p.text != "" {
			open = append(open, i)
		}
	}
}

// kind is what decides which beginnings match an end.
type kind struct {
	sign  byte
	opens bool
	third int
}

func kindOf(p *piece) kind { return kind{p.sign, p.opens, p.length % 3} }

// matches reports whether two runs may be the beginning and the end of an emphasis.
func matches(first, last *piece) bool {
	if first.sign != last.sign {
		return false
	}
	both := first.opens && first.closes || last.opens && last.closes
	return !both || (first.length+last.length)%3 != 0 || first.length%3 == 0 && last.length%3 == 0
}

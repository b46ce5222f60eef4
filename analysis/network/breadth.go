package network

import "context"

// breadth is the state of a search by number of edges from several sources.
//
// A level is passed on in one of two ways. While it has few pairs, they are
// pushed one by one along the edges. Otherwise each vertex of the other level
// pulls all lanes of all its neighbours, without a look at which of them stands
// on the level for which source: where one does not, its lane is still zero, or
// the vertex has no use for it.
type breadth struct {
	*adjacency
	seen   []word  // sources that have found the vertex
	mark   []word  // scratch, zero between levels
	pairs  []pairs // level by level
	levels []level
	paths  []lanes // number of shortest ways to the vertex
	share  []lanes // see collect
	pulled []lanes // scratch of pull
	sums
}

// pairs are the pairs of one vertex and the sources that find it on one level.
type pairs struct {
	vertex  int32
	sources word
}

// level is what the sources find at the same distance.
type level struct {
	from, to int // in breadth.pairs
	size     int // number of pairs of a vertex and a source
}

func newBreadth(a *adjacency, s sums) *breadth {
	n := a.len()
	return &breadth{adjacency: a, sums: s, seen: make([]word, n), mark: make([]word, n),
		paths: make([]lanes, n), share: make([]lanes, n)}
}

func (b *breadth) found() sums { return b.sums }

// run finds level after level, and then goes back from the last one.
func (b *breadth) run(ctx context.Context, sources []int32) {
	last := b.start(sources)
	for b.levels = b.levels[:0]; last.size > 0 && ctx.Err() == nil; {
		b.levels = append(b.levels, last)
		if b.wide(last) {
			last = b.pullDown(last)
		} else {
			last = b.pushDown(last)
		}
	}
	behind := level{from: len(b.pairs), to: len(b.pairs)}
	for d := len(b.levels) - 1; d >= 0 && ctx.Err() == nil; d-- {
		l := b.levels[d]
		switch {
		case len(b.edges) > 0:
			b.ascend(l, behind)
		case d == 0:
			return
		case b.wide(behind):
			b.pull(l, b.share, &b.out)
		default:
			b.pushUp(l, behind)
		}
		if d > 0 {
			b.collect(l)
		}
		behind = l
	}
}

// start sets the search to its first level.
func (b *breadth) start(sources []int32) level {
	clear(b.seen)
	clear(b.paths)
	clear(b.share)
	b.pairs = b.pairs[:0]
	for i, s := range sources {
		if b.mark[s] == 0 {
			b.pairs = append(b.pairs, pairs{vertex: s})
		}
		b.mark[s] |= 1 << i
		b.paths[s][i] = 1
	}
	return b.settle(0)
}

// wide reports whether a level has so many pairs that pulling costs less.
func (b *breadth) wide(l level) bool { return l.size > 2*b.len() }

// settle makes a level of the pairs from the given one on, whose sources are
// still marks.
func (b *breadth) settle(from int) level {
	l := level{from: from, to: len(b.pairs)}
	for i, p := range b.pairs[from:] {
		fresh := b.mark[p.vertex]
		b.mark[p.vertex] = 0
		b.seen[p.vertex] |= fresh
		b.pairs[from+i].sources = fresh
		l.size += fresh.count()
	}
	return l
}

// pushDown finds the level behind last, and counts the ways to it.
func (b *breadth) pushDown(last level) level {
	seen, mark := b.seen, b.mark
	for _, p := range b.pairs[last.from:last.to] {
		for _, w := range b.out.of(p.vertex) {
			fresh := p.sources &^ seen[w]
			if fresh == 0 {
				continue
			}
			if mark[w] == 0 {
				b.pairs = append(b.pairs, pairs{vertex: w})
			}
			mark[w] |= fresh
			b.paths[w].add(&b.paths[p.vertex], fresh)
		}
	}
	return b.settle(last.to)
}

// pullDown does what pushDown does, in the order of the vertices.
func (b *breadth) pullDown(last level) level {
	b.setMarks(last)
	next := level{from: last.to}
	for w, seen := range b.seen {
		if seen == all {
			continue
		}
		var fresh word
		for _, v := range b.in.of(int32(w)) {
			fresh |= b.mark[v]
		}
		if fresh &^= seen; fresh != 0 {
			b.pairs = append(b.pairs, pairs{int32(w), fresh})
			b.seen[w] |= fresh
			next.size += fresh.count()
		}
	}
	next.to = len(b.pairs)
	b.clearMarks(last)
	b.pull(next, b.paths, &b.in)
	return next
}

// pull sets the lanes of a level to the sums of those of their neighbours. None
// is set before all are summed.
func (b *breadth) pull(l level, of []lanes, along *rows) {
	list := b.pairs[l.from:l.to]
	if len(list) > len(b.pulled) {
		b.pulled = make([]lanes, len(list))
	}
	for i, p := range list {
		b.pulled[i].gather(of, along.of(p.vertex), p.sources)
	}
	for i, p := range list {
		of[p.vertex].set(&b.pulled[i], p.sources)
	}
}

// pushUp sets the share of a level to the sums of those on the level behind it.
func (b *breadth) pushUp(l, behind level) {
	b.setMarks(l)
	for _, p := range b.pairs[behind.from:behind.to] {
		for _, v := range b.in.of(p.vertex) {
			if common := b.mark[v] & p.sources; common != 0 {
				b.share[v].add(&b.share[p.vertex], common)
			}
		}
	}
	b.clearMarks(l)
}

// ascend does what pushUp does, and adds what lies on the edges between the
// levels.
func (b *breadth) ascend(l, behind level) {
	b.setMarks(behind)
	for _, p := range b.pairs[l.from:l.to] {
		var paths, share lanes
		paths.set(&b.paths[p.vertex], p.sources)
		for e := b.out.first[p.vertex]; e < b.out.first[p.vertex+1]; e++ {
			w := b.out.to[e]
			if common := b.mark[w] & p.sources; common != 0 {
				share.add(&b.share[w], common)
				for c := common; c != 0; c &= c - 1 {
					b.edges[e] += paths[c.lane()] * b.share[w][c.lane()]
				}
			}
		}
		b.share[p.vertex].set(&share, p.sources)
	}
	b.clearMarks(behind)
}

// collect adds the shares of shortest ways through the vertices of a level to
// the sums. b.share holds, summed over the targets, these shares divided by the
// number of shortest ways to the vertex; it gets what the level before needs,
// with the vertex itself as one more target.
func (b *breadth) collect(l level) {
	for _, p := range b.pairs[l.from:l.to] {
		paths, share := &b.paths[p.vertex], &b.share[p.vertex]
		sum, squares := 0.0, 0.0
		for s := p.sources; s != 0; s &= s - 1 {
			x := paths[s.lane()] * share[s.lane()]
			sum += x
			squares += x * x
			share[s.lane()] += 1 / paths[s.lane()]
		}
		b.vertices[p.vertex] += sum
		if len(b.squares) > 0 {
			b.squares[p.vertex] += squares
		}
	}
}

func (b *breadth) setMarks(l level) {
	for _, p := range b.pairs[l.from:l.to] {
		b.mark[p.vertex] = p.sources
	}
}

func (b *breadth) clearMarks(l level) {
	for _, p := range b.pairs[l.from:l.to] {
		b.mark[p.vertex] = 0
	}
}

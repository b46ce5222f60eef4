package layout

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

// randomMaze returns a net of uneven lines with closed crossings.
func randomMaze(random *rand.Rand) *maze {
	lines := func() []int {
		var at []int
		for x, n := 0, 2+random.IntN(5); len(at) < n; x += 1 + random.IntN(40) {
			at = append(at, x)
		}
		return at
	}
	m := newMaze(lines(), lines())
	for v := range m.blocked {
		m.blocked[v] = random.IntN(5) == 0
	}
	return m
}

// cheapest returns what the cheapest way costs, -1 when there is none: every
// vertex and direction is offered to its neighbours until nothing changes.
func cheapest(m *maze, gates []gate, goal int) int {
	cost := map[step]int{}
	for _, g := range gates {
		at := step{g.vertex, g.dir}
		if old, ok := cost[at]; !m.blocked[g.vertex] && (!ok || g.cost < old) {
			cost[at] = g.cost
		}
	}
	for changed := true; changed; {
		changed = false
		for _, s := range slices.Collect(maps.Keys(cost)) {
			for _, out := range []direction{left, right, up, down} {
				next, length, ok := neighbour(m, s.vertex, out)
				if s.vertex == goal && out == down { // off the net, into the box below
					next, length, ok = goal, 0, s.dir != down
				}
				if !ok || opposite(s.dir) == out || m.blocked[next] || m.used[s.vertex]&(axis(s.dir)|axis(out)) != 0 {
					continue
				}
				c := cost[s] + length
				if out != s.dir {
					c += bendCost
				}
				if m.used[s.vertex] != 0 && next != s.vertex {
					c += crossCost
				}
				if old, ok := cost[step{next, out}]; !ok || c < old {
					cost[step{next, out}], changed = c, true
				}
			}
		}
	}
	if c, ok := cost[step{goal, down}]; ok && m.used[goal]&vertical == 0 {
		return c
	}
	return -1
}

// neighbour returns the next crossing in a direction and how far it is.
func neighbour(m *maze, v int, d direction) (next, length int, ok bool) {
	x, y := v%len(m.x), v/len(m.x)
	to := map[direction][2]int{left: {x - 1, y}, right: {x + 1, y}, up: {x, y - 1}, down: {x, y + 1}}[d]
	if to[0] < 0 || to[1] < 0 || to[0] >= len(m.x) || to[1] >= len(m.y) {
		return 0, 0, false
	}
	dx, dy := m.x[to[0]]-m.x[x], m.y[to[1]]-m.y[y]
	return m.vertex(to[0], to[1]), max(dx, -dx) + max(dy, -dy), true
}

// A way is found exactly where there is one, is as cheap as any, steps from
// crossing to crossing through none that is closed, and takes up its lines so that
// no later way shares one.
func TestWaysThroughMazes(t *testing.T) {
	found, none := 0, 0
	for seed := range seeds.Each(300) {
		random := rand.New(rand.NewPCG(seed, 31))
		m := randomMaze(random)
		pieces := map[[2]int]bool{}
		for range 6 {
			goal := random.IntN(len(m.blocked))
			gates := []gate{{random.IntN(len(m.blocked)), down, 0}, {random.IntN(len(m.blocked)), left, random.IntN(30)}}
			want := cheapest(m, gates, goal)
			before := slices.Clone(m.used)
			way := m.route(gates, goal)
			if (way == nil) != (want < 0) {
				t.Fatalf("seed %d: the way is %v, the cheapest costs %d", seed, way, want)
			}
			if way == nil {
				none++
				continue
			}
			found++
			if got := costOf(t, m, before, gates, way); got != want {
				t.Errorf("seed %d: the way %v costs %d, the cheapest %d", seed, way, got, want)
			}
			own := map[[2]int]bool{}
			for i := 1; i < len(way); i++ {
				a, b := min(way[i-1].vertex, way[i].vertex), max(way[i-1].vertex, way[i].vertex)
				if own[[2]int{a, b}] = true; pieces[[2]int{a, b}] && a != b {
					t.Errorf("seed %d: two ways share the line from %d to %d", seed, a, b)
				}
			}
			maps.Copy(pieces, own)
		}
	}
	if seeds.All() && (found < 200 || none < 200) {
		t.Errorf("%d ways were found, %d not", found, none)
	}
}

// costOf follows a way from its gate and adds up what it costs.
func costOf(t *testing.T, m *maze, used []direction, gates []gate, way []step) int {
	t.Helper()
	at := slices.IndexFunc(gates, func(g gate) bool { return g.vertex == way[0].vertex && g.dir == way[0].dir })
	if at < 0 || m.blocked[way[0].vertex] {
		t.Fatalf("the way %v begins at no open gate of %v", way, gates)
	}
	cost := gates[at].cost
	for i := 1; i < len(way); i++ {
		from, to := way[i-1], way[i]
		next, length, ok := neighbour(m, from.vertex, to.dir)
		if to.vertex == from.vertex && to.dir == down {
			next, length, ok = from.vertex, 0, true
		}
		if !ok || next != to.vertex || m.blocked[to.vertex] {
			t.Errorf("the way %v steps from %v to %v", way, from, to)
		}
		if cost += length; to.dir != from.dir {
			cost += bendCost
		}
		if used[from.vertex] != 0 && next != from.vertex {
			cost += crossCost
		}
	}
	return cost
}

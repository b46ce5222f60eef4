package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"tasuki/analysis/concentration"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/messages"
)

func TestNiceStep(t *testing.T) {
	for _, x := range []struct {
		most float64
		n    int
		want float64
	}{
		{0, 6, 1}, {0.03, 6, 1}, {6, 6, 1}, {7, 6, 2}, {12, 6, 2}, {13, 6, 5}, {30, 6, 5}, {31, 6, 10}, {61, 6, 20}, {100, 8, 20}, {9000, 5, 2000}, {1e6, 5, 200000},
	} {
		if got := niceStep(x.most, x.n); got != x.want {
			t.Errorf("niceStep(%g, %d) = %g, want %g", x.most, x.n, got, x.want)
		}
	}
}

// An axis reaches as far as its values and less than a step further, has no more
// numbers than fit, and could not have had a finer step.
func TestAxes(t *testing.T) {
	for seed := range seeds.Each(3000) {
		random := rand.New(rand.NewPCG(seed, 101))
		most, n := math.Exp(12*random.Float64()), 2+random.IntN(12)
		if seed%2 == 0 { // as numbers of tasks are, some of them those of an axis
			most = math.Ceil(most / 10)
		}
		a := axisTo("tasks", most, n)
		if a.Title != "tasks" || a.Max < most || a.Max-a.Step >= most {
			t.Fatalf("axisTo(%g, %d) = %+v", most, n, a)
		}
		if numbers := a.Max / a.Step; numbers > float64(n) || numbers != math.Trunc(numbers) {
			t.Fatalf("axisTo(%g, %d) = %+v has %g numbers", most, n, a, numbers)
		}
		digit := a.Step / math.Pow(10, math.Floor(math.Log10(a.Step)+1e-9))
		finer := map[float64]float64{1: a.Step / 2, 2: a.Step / 2, 5: a.Step / 2.5}[math.Round(digit)]
		if finer == 0 || finer >= 1 && most <= finer*float64(n) {
			t.Fatalf("axisTo(%g, %d) = %+v, a step of %g would do", most, n, a, finer)
		}
	}
	if a := axisTo("", 0, 5); a.Max != a.Step || a.Step <= 0 {
		t.Errorf("the axis of nothing is %+v", a)
	}
}

// lengthOf adds up the parts of a bar.
func lengthOf(b Bar) float64 {
	sum := 0.0
	for _, p := range b.Parts {
		sum += p.Length
	}
	return sum
}

// check checks what holds of every chart: bars and curves stay within their
// axes, no part has a length below 0, and curves begin at 0 and run to the right.
func check(t *testing.T, c Chart) {
	t.Helper()
	if c.Title == "" || len(c.Panels) == 0 && len(c.Notes) == 0 {
		t.Errorf("%s says nothing", c.ID)
	}
	for _, p := range c.Panels {
		if p.X.Max <= 0 || p.X.Step <= 0 || p.X.Title == "" || len(p.Bars) == 0 == (len(p.Curves) == 0) {
			t.Errorf("%s: the panel %q has the axis %+v, %d bars and %d curves", c.ID, p.Title, p.X, len(p.Bars), len(p.Curves))
		}
		if p.At != nil && (p.At.Value < 0 || p.At.Value > p.X.Max || p.At.Text == "") {
			t.Errorf("%s: the limit of %q is %+v", c.ID, p.Title, *p.At)
		}
		for _, b := range p.Bars {
			if b.Name == "" || b.Text == "" || lengthOf(b) > p.X.Max+1e-6 {
				t.Errorf("%s: the bar %q (%q) of %q is %g long, the axis %g", c.ID, b.Name, b.Text, p.Title, lengthOf(b), p.X.Max)
			}
			for _, part := range b.Parts {
				if part.Length < 0 || part.Fill == "" {
					t.Errorf("%s: the bar %q of %q has the part %+v", c.ID, b.Name, p.Title, part)
				}
			}
		}
		for _, curve := range p.Curves {
			for i, at := range curve.Points {
				if i == 0 && at.X != 0 || i > 0 && at.X <= curve.Points[i-1].X || at.X > p.X.Max || at.Y < 0 || at.Y > p.Y.Max {
					t.Errorf("%s: the curve %q runs through %v, its axes are %+v and %+v", c.ID, curve.Name, curve.Points, p.X, p.Y)
				}
			}
		}
	}
}

// The bars of shares are those of the analysis, largest first, and make a
// hundred percent; those of the index are the index.
func TestShareCharts(t *testing.T) {
	drawn := 0
	bruteforce.EachRandom(t, 150, func(t *testing.T, seed uint64, g *graph.Graph) {
		list := concentration.Concentrations(g)
		for _, lang := range samples.Languages() {
			c := ShareChart(g, list, lang)
			if check(t, c); !reflect.DeepEqual(c, ShareChart(g, list, lang)) {
				t.Error("the same shares make another chart")
			}
			all := list[0].Organizations
			if all == nil {
				if len(c.Panels) > 0 {
					t.Errorf("nobody leads anything, and the chart shows %+v", c.Panels)
				}
				continue
			}
			drawn++
			sum := 0.0
			for i, b := range c.Panels[0].Bars {
				if b.Ref != all.Shares[i].Organization || i > 0 && lengthOf(b) > lengthOf(c.Panels[0].Bars[i-1])+1e-9 {
					t.Errorf("bar %d is that of %q, %g long", i+1, b.Ref, lengthOf(b))
				}
				sum += lengthOf(b)
			}
			if math.Abs(sum-100) > 1e-6 || len(c.Panels[0].Bars) != all.Leaders {
				t.Errorf("%d bars of %d leaders make %g percent", len(c.Panels[0].Bars), all.Leaders, sum)
			}
			if got := lengthOf(c.Panels[1].Bars[0]); math.Abs(got-all.HHI) > 1e-6 {
				t.Errorf("the bar of all tasks is %g long, the index is %g", got, all.HHI)
			}
			if limit := c.Panels[2]; limit.At.Value != all.HHI {
				t.Errorf("the index %g stands at %+v, the axis is %+v", all.HHI, *limit.At, limit.X)
			}
		}
	})
	if seeds.All() && drawn < 100 {
		t.Errorf("only %d charts have shares", drawn)
	}
}

// Curves of losses begin at what is led, never rise and end at nothing; no order
// leaves fewer tasks than the worst sets, and the mean lies above them.
func TestLossCharts(t *testing.T) {
	drawn := 0
	bruteforce.EachRandom(t, 100, func(t *testing.T, seed uint64, g *graph.Graph) {
		l := loss.LossSetsOf(g, rules.Options{})
		c := LossChart(g, l, samples.Languages()[seed%2])
		if check(t, c); len(c.Panels) == 0 {
			if l.Led > 0 {
				t.Errorf("%d tasks are led, and the chart shows nothing", l.Led)
			}
			return
		}
		drawn++
		colors := map[string]bool{}
		for _, curve := range c.Panels[0].Curves {
			if colors[curve.Color] || colors[fmt.Sprint(curve.Style)] {
				t.Errorf("two curves have the colour %s or the style %d", curve.Color, curve.Style)
			}
			colors[curve.Color], colors[fmt.Sprint(curve.Style)] = true, true
			if curve.Points[0].Y != float64(l.Led) || len(curve.Points) != len(l.Organizations)+1 || curve.Points[len(curve.Points)-1].Y != 0 {
				t.Errorf("the curve %q runs through %v, %d tasks are led", curve.Name, curve.Points, l.Led)
			}
			for i := 1; i < len(curve.Points); i++ {
				if curve.Points[i].Y > curve.Points[i-1].Y+1e-9 {
					t.Errorf("the curve %q rises: %v", curve.Name, curve.Points)
				}
			}
		}
		mean, degree, worst := c.Panels[0].Curves[0], c.Panels[0].Curves[1], c.Panels[0].Curves[2]
		for i, left := range l.Readings[0].Robustness.ByDegree.Left {
			if degree.Points[i+1].Y != left {
				t.Errorf("by degree, %v are left after %d losses, want %g", degree.Points[i+1], i+1, left)
			}
		}
		for i := range worst.Points {
			if l.Readings[0].Robustness.WorstLower == nil && (degree.Points[i].Y < worst.Points[i].Y || mean.Points[i].Y < worst.Points[i].Y-1e-9) {
				t.Errorf("after %d losses %v, by degree %v, in the mean %v are left", i, worst.Points[i], degree.Points[i], mean.Points[i])
			}
		}
	})
	if seeds.All() && drawn < 60 {
		t.Errorf("only %d charts have curves", drawn)
	}
}

// Equal shares are ties, which are drawn by ID; one leader has all; nobody, and
// nothing at all, is said in words.
func TestChartsOfLittle(t *testing.T) {
	for text, want := range map[string]string{
		"rules each none\n1: b*\n2: a*\n3: c*":   "a 33.3,b 33.3,c 33.3",
		"rules each none\n1: b*\n2: b*\n3: b* a": "b 100.0",
		"rules each none\n1: b* a*":              "a 50.0,b 50.0",
		"rules each none\n1: b* a*\n2: b*":       "b 75.0,a 25.0",
		"rules each none\norg a\n1:":             "",
	} {
		g := graphtext.Graph(t, text)
		for _, lang := range samples.Languages() {
			c := ShareChart(g, concentration.Concentrations(g), lang)
			check(t, c)
			check(t, LossChart(g, loss.LossSetsOf(g, rules.Options{}), lang))
			var bars []string
			if len(c.Panels) > 0 {
				for _, b := range c.Panels[0].Bars {
					bars = append(bars, fmt.Sprintf("%s %.1f", b.Ref, lengthOf(b)))
				}
			}
			if got := strings.Join(bars, ","); got != want {
				t.Errorf("%q has the bars %q, want %q", text, got, want)
			}
		}
	}
	empty := graphtext.Graph(t, "rules each none")
	if c := ShareChart(empty, nil, messages.In(graph.English)); len(c.Panels) > 0 || len(c.Notes) != 1 {
		t.Errorf("nothing is drawn as %+v", c)
	}
	if c := LossChart(empty, loss.LossSetsOf(empty, rules.Options{}), messages.In(graph.English)); len(c.Panels) > 0 || len(c.Notes) != 1 {
		t.Errorf("nothing is drawn as %+v", c)
	}
}

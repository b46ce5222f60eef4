package typeset

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tasuki/internal/seeds"
)

// scraps make lines of every sort: words, kana, signs that keep off the ends of
// lines, marks, flags, and characters that turn the text around.
var scraps = []string{
	"a", "word", "on-site/remote", " ", " ", "障害", "の", "サーバー", "、", "。", "「", "」", "（", "）", "ッ", "ー", "々", "…", "!", "%", "(", "№",
	"e\u0301", "ｶﾞ", "👩\u200D🔧", "🇯🇵", "\u200B", "\u00A0", "\u202E", "각", "9", "-", "→",
}

func randomLine(random *rand.Rand) string {
	var b strings.Builder
	for range random.IntN(40) {
		b.WriteString(scraps[random.IntN(len(scraps))])
	}
	return b.String()
}

// forbidden reports whether no line may end with the one character, or begin with
// the other.
func forbidden(before, after rune) bool {
	return strings.ContainsRune(notLast, before) || strings.ContainsRune(notFirst, after)
}

// No line begins or ends with what kinsoku keeps off there, unless nothing in it
// could be broken otherwise: a line that breaks the rule has no place to break.
func TestKinsoku(t *testing.T) {
	for seed := range seeds.Each(3000) {
		random := rand.New(rand.NewPCG(seed, 91))
		text, width := randomLine(random), 2+10*random.Float64()
		lines := Wrap(text, width)
		for i := 1; i < len(lines); i++ {
			before, _ := utf8.DecodeLastRuneInString(lines[i-1])
			after, _ := utf8.DecodeRuneInString(lines[i])
			joined := strings.Contains(Spaced(text), lines[i-1]+lines[i])   // not parted at a space
			if !joined || !forbidden(before, after) || before == '\u200B' { // where a text says itself that a line may end
				continue
			}
			for at := range lines[i-1] {
				if at > 0 && kinsoku(lines[i-1], at) {
					t.Fatalf("Wrap(%q, %g) has the lines %q and %q; the first could end with %q", text, width, lines[i-1], lines[i], lines[i-1][:at])
				}
			}
		}
	}
}

// A line is as full as it can be: what follows it up to the next place to break that parts
// no more does not fit on it.
func TestLinesAreFull(t *testing.T) {
	for seed := range seeds.Each(3000) {
		random := rand.New(rand.NewPCG(seed, 92))
		text, width := randomLine(random), 2+10*random.Float64()
		lines := Wrap(text, width)
		rest := Spaced(text)
		for _, l := range lines[:len(lines)-1] {
			end := len(l)
			for next := range rest {
				if next > end && Breakable(rest, next) {
					if more := strings.TrimSuffix(rest[:next], " "); Width(more) <= width && len(strings.TrimSpace(more)) > end && Parting(rest, next) <= Parting(rest, end) {
						t.Fatalf("Wrap(%q, %g) has the line %q, %q fits", text, width, l, more)
					}
				}
			}
			rest = strings.TrimPrefix(rest[end:], " ")
		}
		if rest != lines[len(lines)-1] {
			t.Fatalf("Wrap(%q, %g) = %q ends otherwise than %q", text, width, lines, rest)
		}
	}
}

// Even lines part no more of what reads as one than full lines do, and where they part as
// much the widest is no wider. They are one more at most, where that parts less.
func TestEvenLinesAreNoWorse(t *testing.T) {
	partings := func(text string, lines []string) (sum int) {
		at := 0
		for i, l := range lines[1:] {
			at += len(lines[i])
			if at < len(text) && text[at] == ' ' {
				at++
			}
			if !strings.HasPrefix(text[at:], l) {
				t.Fatalf("%q is not what follows in %q", l, text)
			}
			sum += Parting(text, at)
		}
		return sum
	}
	better := 0
	for seed := range seeds.Each(1500) {
		random := rand.New(rand.NewPCG(seed, 93))
		text, width := randomLine(random), 5+10*random.Float64()
		text = Spaced(text)
		if LongestWord(text) > width {
			continue
		}
		even, greedy := Evenly(text, width, 99), tight(text, hundredths(width), emsOf)
		a, b := partings(text, even), partings(text, greedy)
		if len(even) != len(greedy) && (len(even) != len(greedy)+1 || a >= b) {
			t.Fatalf("Evenly(%q, %g) = %q, full lines are %q", text, width, even, greedy)
		}
		if a > b && len(even) == len(greedy) || a == b && len(even) == len(greedy) && Widest(even) > Widest(greedy)+1e-9 {
			t.Fatalf("Evenly(%q, %g) = %q has %d partings and is %g wide, Wrap gives %q, %d and %g", text, width, even, a, Widest(even), greedy, b, Widest(greedy))
		}
		if !slices.Equal(even, greedy) {
			better++
		}
	}
	if seeds.All() && better < 100 {
		t.Errorf("only %d texts were set otherwise than by Wrap", better)
	}
}

// Clipped lines are the first of the lines, end in a sign that there were more,
// and are no wider than they may be.
func TestClippedLines(t *testing.T) {
	for seed := range seeds.Each(1000) {
		random := rand.New(rand.NewPCG(seed, 94))
		width := 2 + 10*random.Float64()
		lines := Wrap(randomLine(random), width)
		n := 1 + random.IntN(4)
		before := slices.Clone(lines)
		got := Clip(lines, n, width)
		if !slices.Equal(lines, before) || len(got) > n || len(got) < len(lines) != (len(lines) > n) {
			t.Fatalf("seed %d: of %q, %d are %q", seed, before, n, got)
		}
		if len(lines) <= n {
			continue
		}
		last, clipped := strings.CutSuffix(got[n-1], "…")
		if !clipped || !strings.HasPrefix(lines[n-1], last) || !slices.Equal(got[:n-1], lines[:n-1]) || last != "" && Width(got[n-1]) > width {
			t.Fatalf("seed %d: of %q, %d are %q", seed, lines, n, got)
		}
		if len(last) < len(lines[n-1]) && withinCharacter(lines[n-1], len(last)) {
			t.Fatalf("seed %d: %q parts a character of %q", seed, got[n-1], lines[n-1])
		}
	}
}

// However a text comes in pieces, a writer that keeps its order writes the same.
func TestOrderedInPieces(t *testing.T) {
	for seed := range seeds.Each(300) {
		random := rand.New(rand.NewPCG(seed, 95))
		text := randomLine(random) + "\u2066a\u2069" + randomLine(random)
		var b bytes.Buffer
		w := Ordered(&b)
		for rest := []byte(text); len(rest) > 0; {
			n := 1 + random.IntN(min(5, len(rest)))
			if got, err := w.Write(rest[:n]); got != n || err != nil {
				t.Fatalf("seed %d: %d of %d bytes are written (%v)", seed, got, n, err)
			}
			clear(rest[:n]) // the writer may keep nothing of it
			rest = rest[n:]
		}
		if got := b.String(); got != InOrder(text) || strings.ContainsFunc(got, Turns) {
			t.Fatalf("seed %d: %q is written as %q", seed, text, got)
		}
	}
}

// A text for a terminal holds nothing hidden, and a JSON text that was made
// visible still says the same.
func TestVisible(t *testing.T) {
	for seed := range seeds.Each(500) {
		random := rand.New(rand.NewPCG(seed, 96))
		text := randomLine(random)
		for range random.IntN(5) {
			text += string([]rune{0x1B, 0x07, 0x9B, 0x202E, 0x2028, '\n', '\t', 0xFEFF, 0xE0041, 'x', '\\'}[random.IntN(11)])
		}
		if got := OneLine(text); strings.ContainsFunc(got, Hidden) {
			t.Fatalf("%q is shown as %q", text, got)
		}
		if got := Visible(text); strings.ContainsFunc(strings.NewReplacer("\n", "", "\t", "").Replace(got), Hidden) || strings.Count(got, "\n") != strings.Count(text, "\n") {
			t.Fatalf("%q is shown as %q", text, got)
		}
		data, err := json.Marshal(map[string]string{text: text})
		if err != nil {
			t.Fatal(err)
		}
		visible := VisibleJSON(data)
		var back map[string]string
		if err := json.Unmarshal(visible, &back); err != nil || back[text] != text || bytes.ContainsFunc(visible, Hidden) {
			t.Fatalf("%q is written as %s, and reads back as %q (%v)", text, visible, back, err)
		}
	}
}

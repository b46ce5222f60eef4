package flagvalue

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// Size is a number of bytes.
type Size int64

type unit struct {
	name  string
	bytes int64
}

// units returns the units of sizes, the longer ones first.
func units() []unit { return []unit{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"B", 1}} }

// String returns the size in the largest unit that divides it.
func (s *Size) String() string {
	for _, u := range units() {
		if n := int64(*s); n >= u.bytes && n%u.bytes == 0 {
			return strconv.FormatInt(n/u.bytes, 10) + u.name
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

// Type says in the help what the flag takes.
func (s *Size) Type() string { return "SIZE" }

// Set reads a whole number above 0 with or without a unit.
func (s *Size) Set(text string) error {
	number, unit := text, int64(1)
	for _, u := range units() {
		if n := len(text) - len(u.name); n > 0 && strings.EqualFold(text[n:], u.name) {
			number, unit = text[:n], u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
	switch {
	case errors.Is(err, strconv.ErrRange) || n > math.MaxInt64/unit:
		return said.New("it is too large")
	case err != nil:
		return said.New("it takes a whole number, with KiB, MiB or GiB behind it or without, such as 32MiB")
	case n < 1:
		return said.New("it must be above 0")
	}
	*s = Size(n * unit)
	return nil
}

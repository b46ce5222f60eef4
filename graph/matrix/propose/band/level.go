package band

import (
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// Levels gives each band its level. One directly below another of a different style
// stands under it, and so do the later ones of its style.
func Levels(rows []table.Row, bands map[int]Style) []matrix.Band {
	var list []matrix.Band
	known := map[Style]int{}
	for i, row := range rows {
		style, ok := bands[row.Line]
		if !ok {
			continue
		}
		follows := false // directly below another
		if i > 0 {
			_, follows = bands[rows[i-1].Line]
		}
		level := known[style]
		if level == 0 {
			level = 1
			if follows {
				level = max(1, list[len(list)-1].Level) + 1
			} else if style.depth > 1 {
				level = depthUnder(known, style.depth)
			}
			known[style] = level
		}
		band := matrix.Band{Line: row.Line}
		if level > 1 {
			band.Level = level
		}
		list = append(list, band)
	}
	return list
}

// depthUnder returns the level of a band whose number has more parts than those of
// known ones.
func depthUnder(known map[Style]int, depth int) int {
	level := 1
	for style, at := range known {
		if style.depth > 0 && style.depth < depth {
			level = max(level, at+1)
		}
	}
	return level
}

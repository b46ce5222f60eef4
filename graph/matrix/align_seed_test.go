package matrix

import (
	"bufio"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
)

// sharedFile returns the path of a file that is kept outside the project, or
// skips the test.
func sharedFile(t *testing.T, path ...string) string {
	t.Helper()
	name := filepath.Join(append([]string{"..", "..", "..", "shared"}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("%s is not here: %v", name, err)
	}
	return name
}

// readTabs reads a file of tab-separated lines as it is.
func readTabs(t *testing.T, name string) []Row {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []Row
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		rows = append(rows, Row{Line: len(rows) + 1, Cells: strings.Split(lines.Text(), "\t")})
	}
	return rows
}

// seedBlocks are the pages of the scan: lines of tasks, lines of headings.
var seedBlocks = []struct {
	task            string
	lines, headings Lines
}{
	{"2-{item}", Lines{18, 43}, Lines{16, 17}},
	{"2-{item}", Lines{47, 85}, Lines{45, 46}},
	{"2-{item}", Lines{89, 102}, Lines{87, 88}},
	{"3-{item}", Lines{110, 146}, Lines{108, 109}},
	{"3-{item}", Lines{151, 179}, Lines{148, 150}},
	{"3-{item}", Lines{186, 219}, Lines{181, 185}},
	{"3-{item}", Lines{224, 256}, Lines{221, 223}},
	{"3-{item}", Lines{260, 292}, Lines{258, 259}},
}

// seedReading reads the scan with nothing but its printed headings.
func seedReading(t *testing.T, rows []Row) Reading {
	t.Helper()
	r := Reading{Timings: map[string]string{"日次": "daily", "月次": "monthly", "年次": "yearly", "随時": "as-needed"}}
	aliases := map[string]string{}
	for _, row := range readTabs(t, sharedFile(t, "seed", "organizations.tsv"))[1:] {
		id := row.Cell(1)
		r.Organizations = append(r.Organizations, graph.Organization{ID: id, Name: graph.Text(row.Cell(2))})
		for _, alias := range strings.Split(row.Cell(5), ";") {
			alias, _, _ = strings.Cut(alias, "(")
			aliases[strings.TrimSpace(alias)] = id
		}
	}
	for i, seed := range seedBlocks {
		b := Block{ID: strconv.Itoa(i + 1), Lines: seed.lines, Headings: seed.headings, Item: 1, Task: seed.task, Columns: map[Column]string{}}
		for _, row := range rows {
			if !seed.headings.Contains(row.Line) {
				continue
			}
			for c, text := range row.Cells {
				org, known := aliases[text]
				if _, taken := b.Columns[Column(c+1)]; known && !taken {
					b.Columns[Column(c+1)] = org
				}
			}
		}
		r.Blocks = append(r.Blocks, b)
	}
	return r
}

type seedMark struct {
	org          string
	reading      string
	alternatives []string
}

func TestAlignSeed(t *testing.T) {
	rows := readTabs(t, sharedFile(t, "seed", "000_c42eb293b9e4d808.txt"))
	truth := map[string]seedMark{}
	for _, row := range readTabs(t, sharedFile(t, "seed", "reading.tsv"))[1:] {
		truth[row.Cell(1)+"@"+row.Cell(3)] = seedMark{row.Cell(6), row.Cell(7), strings.Split(row.Cell(8), ",")}
	}
	r := seedReading(t, rows)
	for _, b := range r.Blocks {
		t.Log(b.ID, b.Columns)
	}
	tables := alignTables(rows, r)
	right, wrong, unc, wrongCertain, alt := 0, 0, 0, 0, 0
	for _, tb := range tables {
		tb.fit()
		t.Log(tb.orgs, tb.habits)
		for _, b := range tb.blocks {
			t.Log(b.ID, b.slots, b.base)
			for _, a := range b.rows {
				probs := make([]map[string]float64, len(a.marks))
				for k := range probs {
					probs[k] = map[string]float64{}
				}
				best := 0
				for j, p := range a.placements {
					if a.posterior[j] > a.posterior[best] {
						best = j
					}
					for k, c := range tb.patterns.cells[p.pattern] {
						probs[k][tb.orgs[c.org]] += a.posterior[j]
					}
				}
				line := ""
				bad := false
				for k, m := range a.marks {
					got := ""
					if len(a.placements) > 0 {
						got = tb.orgs[tb.patterns.cells[a.placements[best].pattern][k].org]
					}
					want := truth[a.id+"@"+strconv.Itoa(m.column)]
					line += strconv.Itoa(m.column) + string(m.role[0]) + ":" + got + " " + strconv.FormatFloat(probs[k][got], 'f', 2, 64)
					certain := probs[k][got] >= 0.9
					if !certain {
						unc++
					}
					if got == want.org {
						right++
					} else {
						wrong++
						if certain {
							wrongCertain++
						}
						if probs[k][want.org] > 0.05 {
							alt++
						}
						bad = true
						line += " WANT " + want.org + " " + want.reading + " " + strings.Join(want.alternatives, "/")
						for _, o := range slices.Sorted(maps.Keys(probs[k])) {
							if probs[k][o] > 0.02 {
								line += " " + o + "=" + strconv.FormatFloat(probs[k][o], 'f', 2, 64)
							}
						}
					}
					line += "; "
				}
				if bad && os.Getenv("ALIGN_V") != "" {
					t.Log(a.id, "push", a.push, line)
				}
			}
		}
	}
	t.Logf("right %d wrong %d uncertain %d wrong and certain %d among alternatives %d", right, wrong, unc, wrongCertain, alt)
}

package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"tasuki/graph/said"
)

// The shape of the log of BPI Challenge 2019: how many activities and users it has.
const (
	activities = 42
	users      = 628
)

// writer writes rows of a log.
type writer struct {
	out  *bufio.Writer
	kind string
	r    *rand.Rand
	buf  []byte
	row  int64
}

const wideTitles = "eventID ,case Company,case Document Type,case Purchasing Document,case Vendor,case Item Type,case concept:name,event User,event org:resource,event concept:name,event Cumulative net worth (EUR),event time:timestamp\n"

// write writes a log: cases follow each other, their times have minutes.
func write(out *bufio.Writer, events, cases int64, kind string) error {
	w := &writer{out: out, kind: kind, r: rand.New(rand.NewPCG(2019, 1))}
	head := map[string]string{"wide": wideTitles, "narrow": "case,activity,resource,time\n", "xes": xesHead}[kind]
	if head == "" || cases < 1 || events < cases {
		return said.New("a log is wide, narrow or xes, and has an event for each case at least")
	}
	out.WriteString(head)
	for left := cases; left > 0; left-- {
		n := events
		if left > 1 {
			mean := float64(events) / float64(left)
			n = min(events-left+1, 1+int64(w.r.Float64()*2*(mean-1)+0.5))
		}
		events -= n
		if err := w.writeCase(cases-left, n); err != nil {
			return err
		}
	}
	if kind == "xes" {
		out.WriteString("</log>\n")
	}
	return nil
}

const xesHead = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
`

// skewed returns a number below n, small ones more often.
func (w *writer) skewed(n int) int {
	x := w.r.Float64()
	return int(x * x * x * float64(n))
}

func (w *writer) writeCase(number, events int64) error {
	id := fmt.Sprintf("%010d_%05d", 4507000000+number/4, number%4*10+10)
	vendor := w.skewed(2000)
	at := time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(w.r.IntN(365*24*60)) * time.Minute)
	if w.kind == "xes" {
		fmt.Fprintf(w.out, "<trace>\n<string key=\"concept:name\" value=%q/>\n", id)
	}
	for range events {
		w.row++
		activity, user := w.skewed(activities), w.skewed(users)
		at = at.Add(time.Duration(w.skewed(20000)) * time.Minute)
		b := w.buf[:0]
		switch w.kind {
		case "narrow":
			b = fmt.Appendf(b, "%s,A%02d,user_%03d,", id, activity, user)
			b = append(at.AppendFormat(b, "2006-01-02 15:04:05"), '\n')
		case "wide":
			b = append(strconv.AppendInt(b, 65781230000000+w.row, 10), ",companyID_0000,Standard PO,"...)
			b = append(append(b, id[:10]...), ",vendorID_"...)
			b = fmt.Appendf(b, "%04d,Standard,%s,user_%03d,user_%03d,Record Step %02d of Work,%d.0,", vendor, id, user, user, activity, w.skewed(100000))
			b = append(at.AppendFormat(b, "02-01-2006 15:04:05.000"), '\n')
		case "xes":
			b = fmt.Appendf(b, "<event>\n<string key=\"org:resource\" value=\"user_%03d\"/>\n<date key=\"time:timestamp\" value=\"", user)
			b = at.AppendFormat(b, "2006-01-02T15:04:05.000Z07:00")
			b = fmt.Appendf(b, "\"/>\n<string key=\"concept:name\" value=\"Record Step %02d of Work\"/>\n</event>\n", activity)
		}
		w.buf = b
		if _, err := w.out.Write(b); err != nil {
			return err
		}
	}
	if w.kind == "xes" {
		w.out.WriteString("</trace>\n")
	}
	return nil
}

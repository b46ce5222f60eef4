// Benchlog makes event logs of a stated size and measures how they are read, for
// scripts/bench-log.
//
//	benchlog make EVENTS CASES wide|narrow|xes   writes a log
//	benchlog count FILE                          reads it, prints counts, seconds and MiB as JSON
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/logfile"
	"tasuki/graph/said"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "benchlog:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 4 && args[0] == "make":
		events, err := strconv.ParseInt(args[1], 10, 64)
		if err != nil {
			return err
		}
		cases, err := strconv.ParseInt(args[2], 10, 64)
		if err != nil {
			return err
		}
		out := bufio.NewWriterSize(os.Stdout, 1<<20)
		if err := write(out, events, cases, args[3]); err != nil {
			return err
		}
		return out.Flush()
	case len(args) == 2 && args[0] == "count":
		return count(args[1])
	}
	return said.New("usage: benchlog make EVENTS CASES wide|narrow|xes, or benchlog count FILE")
}

// result is what was read, and what it took.
type result struct {
	Events, Cases, Pairs int64            // pairs: an event and the next of its case
	Kinds                int              // of pairs, by their activities
	Activities           map[string]int64 // events
	Seconds, CPU         float64
	Peak                 float64 // MiB
}

func count(path string) error {
	start := time.Now()
	log, _, err := logfile.Open(context.Background(), path, logfile.Options{})
	if err != nil {
		return err
	}
	defer log.Close()
	r := result{Activities: map[string]int64{}}
	n := len(log.Names().Activities)
	follows, each := make([]int64, n*n), make([]int64, n)
	for c, err := range log.Cases() {
		if err != nil {
			return err
		}
		r.Cases++
		last := eventlog.Nobody
		for _, e := range c.Events {
			each[e.Activity]++
			if last != eventlog.Nobody {
				follows[int(last)*n+int(e.Activity)]++
			}
			last = e.Activity
		}
	}
	for i, name := range log.Names().Activities {
		r.Activities[name] = each[i]
		r.Events += each[i]
	}
	for _, times := range follows {
		if times > 0 {
			r.Kinds++
			r.Pairs += times
		}
	}
	r.Seconds = time.Since(start).Seconds()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return err
	}
	r.CPU = time.Duration(used.Utime.Nano() + used.Stime.Nano()).Seconds()
	r.Peak = float64(used.Maxrss) / 1024
	return json.NewEncoder(os.Stdout).Encode(r)
}

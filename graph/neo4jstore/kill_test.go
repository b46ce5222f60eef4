package neo4jstore

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"tasuki/graph/storetest"
	"tasuki/internal/seeds"
)

var (
	kills       = flag.Int("kills", 20, "how often TestLoaderKilled kills a loader")
	serverKills = flag.Int("serverkills", 2, "how often TestOwnServer kills the server")
)

// loadVariable makes the test program load a dataset instead: the seed of the
// data, then the name.
const loadVariable = "TASUKI_TEST_LOAD"

func TestMain(m *testing.M) {
	if order := os.Getenv(loadVariable); order != "" {
		if err := loadOrdered(order); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func loadOrdered(order string) error {
	number, name, _ := strings.Cut(order, " ")
	seed, err := strconv.ParseUint(number, 10, 64)
	if err != nil {
		return err
	}
	a, err := ParseAddress(os.Getenv("TASUKI_NEO4J_URI"))
	if err != nil {
		return err
	}
	l, err := LoginFrom(os.Getenv)
	if err != nil {
		return err
	}
	d := storetest.Random(seed, 300)
	s, err := Open(context.Background(), a, l, Options{Batch: 50})
	if err != nil {
		return err
	}
	fmt.Println("ready")
	_, err = s.Replace(context.Background(), name, d)
	return err
}

// versions are the two states that a dataset must never mix.
type versions [2][]byte

func newVersions(t *testing.T) (v versions) {
	for seed := range v {
		v[seed] = storetest.Encode(t, storetest.Random(uint64(seed), 300))
	}
	return v
}

// which returns the seed of the version that the database holds.
func (v versions) which(t *testing.T, s *Store, name string) int {
	t.Helper()
	d, err := s.Load(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	text := storetest.Encode(t, d)
	for seed := range v {
		if bytes.Equal(v[seed], text) {
			return seed
		}
	}
	t.Fatal("the database holds a mixture")
	return -1
}

// TestLoaderKilled kills programs while they replace a dataset, at moments
// spread over the time that it takes.
func TestLoaderKilled(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	v := newVersions(t)
	if _, err := s.Replace(t.Context(), name, storetest.Random(0, 300)); err != nil {
		t.Fatal(err)
	}
	// The server gets faster while it runs: the last of some loads counts.
	var took time.Duration
	for i := range 6 {
		took = runLoader(t, uint64(1-i%2), name, time.Minute)
	}
	holds, finished := 0, 0
	times := seeds.Count(*kills)
	for i := range times {
		runLoader(t, uint64(1-holds), name, took*time.Duration(2*i+1)/time.Duration(2*times))
		if now := v.which(t, s, name); now != holds {
			holds = now
			finished++
		}
	}
	t.Logf("a load takes %v; of %d that were killed, %d had been committed", took.Round(time.Millisecond), times, finished)
	// Nothing is left locked.
	runLoader(t, uint64(1-holds), name, time.Minute)
	if now := v.which(t, s, name); now == holds {
		t.Error("a load that was not killed changed nothing")
	}
}

// runLoader starts a program that replaces the dataset, and kills it when it
// has worked for the given time. It returns how long it worked.
func runLoader(t *testing.T, seed uint64, name string, limit time.Duration) time.Duration {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %s", loadVariable, seed, name))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("the loader said %q (%v)", line, err)
	}
	start := time.Now()
	killer := time.AfterFunc(limit, func() { cmd.Process.Kill() })
	defer killer.Stop()
	if err := cmd.Wait(); err != nil && cmd.ProcessState.Exited() {
		t.Fatalf("the loader failed: %v", err)
	}
	return time.Since(start)
}

// TestLoadCancelled cancels replaces instead.
func TestLoadCancelled(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	v := newVersions(t)
	start := time.Now()
	if _, err := s.Replace(t.Context(), name, storetest.Random(0, 300)); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	holds := 0
	for i := range 10 {
		ctx, cancel := context.WithTimeout(t.Context(), took*time.Duration(i)/10)
		_, err := s.Replace(ctx, name, storetest.Random(uint64(1-holds), 300))
		cancel()
		if now := v.which(t, s, name); now != holds {
			holds = now
		} else if err == nil {
			t.Error("Replace says that it is done, and is not")
		}
	}
}

package neo4jstore

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"tasuki/graph"
	"tasuki/graph/storetest"
	"tasuki/internal/seeds"
)

// ownServer is a server that a test may stop and kill.
type ownServer struct {
	*testing.T
	home    string
	port    string // one that other servers do not ask for while this one is down
	address Address
	login   Login
}

func newOwnServer(t *testing.T) *ownServer {
	t.Helper()
	server(t)
	if testing.Short() {
		t.Skip("starts a server of its own")
	}
	if seeds.Race {
		t.Skip("left to the run without the race detector: the driver's own table of servers is not guarded when one is killed (Router.InvalidateServer in v5.28.4)")
	}
	if out, err := exec.Command("../../scripts/neo4j", "java").CombinedOutput(); err != nil {
		t.Skipf("no Java to start a server with: %s", out)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	o := &ownServer{T: t, home: t.TempDir(), port: port}
	t.Cleanup(func() { exec.Command("../../scripts/neo4j", "stop", "--home", o.home).Run() })
	return o
}

// start starts the server with some settings.
func (o *ownServer) start(settings ...string) {
	o.Helper()
	arguments := []string{"start", "--home", o.home, "--port", o.port}
	for _, s := range settings {
		arguments = append(arguments, "--set", s)
	}
	cmd := exec.Command("../../scripts/neo4j", arguments...)
	cmd.Env = append(os.Environ(), "TASUKI_NEO4J_PASSWORD=", "TASUKI_NEO4J_HEAP=512m", "TASUKI_NEO4J_PAGECACHE=64m", "TASUKI_NEO4J_JAVA_OPTIONS=-XX:TieredStopAtLevel=1")
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		o.Fatalf("starting a server: %v\n%s", err, &problems)
	}
	variables := map[string]string{}
	for line := range strings.Lines(string(out)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		variables[name] = value
	}
	if o.address, err = ParseAddress(variables["TASUKI_NEO4J_URI"]); err != nil {
		o.Fatal(err)
	}
	if o.login, err = LoginFrom(func(name string) string { return variables[name] }); err != nil {
		o.Fatal(err)
	}
}

func (o *ownServer) stop() {
	o.Helper()
	if out, err := exec.Command("../../scripts/neo4j", "stop", "--home", o.home).CombinedOutput(); err != nil {
		o.Fatalf("stopping the server: %v\n%s", err, out)
	}
}

func (o *ownServer) kill() {
	o.Helper()
	text, err := os.ReadFile(filepath.Join(o.home, "pid"))
	if err != nil {
		o.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		o.Fatal(err)
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		o.Fatal(err)
	}
	if err := process.Kill(); err != nil {
		o.Fatal(err)
	}
	for range 600 { // a large process takes a while to go, and its port with it
		connection, err := net.Dial("tcp", "127.0.0.1:"+o.port)
		if err != nil {
			return
		}
		connection.Close()
		time.Sleep(50 * time.Millisecond)
	}
	o.Fatal("the server does not go")
}

func (o *ownServer) connect() *Store {
	o.Helper()
	s, err := Open(o.Context(), o.address, o.login, Options{Batch: 50})
	if err != nil {
		o.Fatal(err)
	}
	o.Cleanup(func() { s.Close(context.Background()) })
	return s
}

// replaceFails checks that a Replace fails with an error that says some words.
func (o *ownServer) replaceFails(s *Store, name string, d graph.Dataset, says ...string) {
	o.Helper()
	_, err := s.Replace(o.Context(), name, d)
	if err == nil {
		o.Fatal("Replace succeeded")
	}
	o.Logf("Replace: %v", err)
	for _, words := range says {
		if !strings.Contains(err.Error(), words) {
			o.Errorf("the error does not say %q", words)
		}
	}
}

// TestOwnServer has a server fail: it runs out of transaction memory, is killed
// in the middle of loads, and comes back read-only.
func TestOwnServer(t *testing.T) {
	o := newOwnServer(t)
	v := newVersions(t)
	o.start("db.memory.transaction.max=24m")
	s := o.connect()
	if _, err := s.Replace(t.Context(), "a", storetest.Random(0, 300)); err != nil {
		t.Fatal(err)
	}
	o.replaceFails(s, "a", large(3000), "raise db.memory.transaction.max to 128m or more", "server.memory.heap.max_size", "nothing was changed")
	if v.which(t, s, "a") != 0 {
		t.Fatal("a load without memory changed the dataset")
	}

	o.stop()
	o.start("db.memory.transaction.max=128m")
	s = o.connect()
	if _, err := s.Replace(t.Context(), "b", large(3000)); err != nil {
		t.Errorf("with the setting that the error named: %v", err)
	}
	start := time.Now()
	if _, err := s.Replace(t.Context(), "a", storetest.Random(1, 300)); err != nil {
		t.Fatal(err)
	}
	took, holds := time.Since(start), 1
	for i := range *serverKills {
		holds = o.killDuring(v, holds, took*time.Duration(2*i+1)/time.Duration(2**serverKills))
	}

	o.stop()
	o.start("server.databases.read_only=neo4j")
	s = o.connect()
	o.replaceFails(s, "a", storetest.Random(uint64(1-holds), 300), "read-only", "nothing was changed")
	if now := v.which(t, s, "a"); now != holds {
		t.Error("a read-only database has changed")
	}
}

// killDuring kills the server when a Replace has run for a while, starts it
// again, and returns the version that it holds then.
func (o *ownServer) killDuring(v versions, holds int, moment time.Duration) int {
	o.Helper()
	s := o.connect()
	failed := make(chan error, 1)
	go func() {
		_, err := s.Replace(o.Context(), "a", storetest.Random(uint64(1-holds), 300))
		failed <- err
	}()
	time.Sleep(moment)
	o.kill()
	err := <-failed
	o.Logf("server killed after %v: %v", moment.Round(time.Millisecond), err)
	if err != nil && !strings.Contains(err.Error(), "the server does not answer, or has gone") {
		o.Errorf("the error does not say what happened: %v", err)
	}
	o.start()
	now := v.which(o.T, o.connect(), "a")
	if err == nil && now == holds {
		o.Error("Replace says that it is done, and is not")
	}
	if err != nil && now != holds && strings.Contains(err.Error(), "nothing was changed") {
		o.Error("Replace says that nothing was changed, and it was")
	}
	return now
}

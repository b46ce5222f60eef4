package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// small is a module in which some tests reach lib.Few, each in another way.
var small = map[string]string{
	"lib/lib.go": `package lib
func Few() int { return 1 }
func Other() int { return 2 }`,
	"helper/helper.go": `package helper
import "tasuki/lib"
type World struct{}
func (World) String() string { return string(rune(lib.Few())) }
func New() World { return World{} }
func Plain() int { return lib.Other() }`,
	"app/app.go": `package app
func Print() { few := 3; _ = few }`,
	"app/app_test.go": `package app
import ("testing"; named "tasuki/lib"; "tasuki/helper")
func few() int { return named.Few() }
var table = []func() int{few}
func TestCalls(t *testing.T) { few() }
func TestByTable(t *testing.T) { _ = table }
func TestByMethod(t *testing.T) { t.Log(helper.New()) }
func FuzzCalls(f *testing.F) { named.Few() }
func TestNot(t *testing.T) { Print(); named.Other(); helper.Plain() }
func testHelp(t *testing.T) { few() }`,
	"outside/outside_test.go": `package outside_test
import ("testing"; "tasuki/lib")
var _ = lib.Few()
func TestAfterInit(t *testing.T) {}`,
	"main/main_test.go": `package main
import ("testing"; "tasuki/lib")
func TestMain(m *testing.M) { lib.Few() }
func TestAfterMain(t *testing.T) {}`,
	"none/none_test.go": `package none
import "testing"
func TestNone(t *testing.T) {}`,
}

func read(t *testing.T, files map[string]string) *sources {
	t.Helper()
	s := newSources()
	for file, text := range files {
		if err := s.read(file, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestEveryWayToReach(t *testing.T) {
	s := read(t, small)
	for target, want := range map[string]string{
		"lib.Few":   "[{app [FuzzCalls TestByMethod TestByTable TestCalls]} {main [TestAfterMain]} {outside [TestAfterInit]}]",
		"app.Print": "[{app [TestNot]}]",
		"lib":       "[{app [FuzzCalls TestByMethod TestByTable TestCalls TestNot]} {main [TestAfterMain]} {outside [TestAfterInit]}]",
	} {
		targets, err := s.named([]string{target})
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(s.reaching(targets)); got != want {
			t.Errorf("tests that reach %s:\n%s\nwant\n%s", target, got, want)
		}
	}
}

func TestWhatIsNotThereIsAnError(t *testing.T) {
	s := read(t, small)
	for _, target := range []string{"lib.Fewer", "library", ""} {
		if _, err := s.named([]string{"lib.Few", target}); err == nil {
			t.Errorf("%q stands for something", target)
		}
	}
	if err := s.read("dot/dot.go", []byte("package dot\nimport . \"tasuki/lib\"")); err == nil {
		t.Error("names of another package are taken for those of the package")
	}
}

// TestThisModule expects of the module what is plain to see in it.
func TestThisModule(t *testing.T) {
	s := newSources()
	if err := s.readAll("../.."); err != nil {
		t.Fatal(err)
	}
	targets, err := s.named([]string{"internal/seeds"})
	if err != nil {
		t.Fatal(err)
	}
	all := s.reaching(targets)
	for folder, test := range map[string]string{"analysis/loss": "TestLossBruteForce", "cmd/tasuki": "TestHostileFilesAreCheap", "render/layout": "TestTracks", "graph/neo4jstore": "TestOwnServer"} {
		i := slices.IndexFunc(all, func(f found) bool { return f.folder == folder })
		if i < 0 || !slices.Contains(all[i].tests, test) {
			t.Errorf("%s of %s is not among those that try less under the race detector", test, folder)
		}
		if i >= 0 && slices.Contains(all[i].tests, "TestExitCodes") {
			t.Errorf("TestExitCodes of %s is, and tries the same", folder)
		}
	}
	if slices.ContainsFunc(all, func(f found) bool { return strings.HasPrefix(f.folder, "internal/editor") }) {
		t.Error("the editor is tried in full")
	}
}

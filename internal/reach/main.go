// Command reach prints which tests can reach a name, so that a run need not repeat
// those that cannot: the pattern for -run on the first line, and the packages with
// such tests on the second. Its first argument are the names, between commas, each as
// FOLDER.NAME, or as FOLDER for whatever stands in it; the others are the folders of
// the tests, with what is below them, in the order in which to run them.
//
//	go run ./internal/reach internal/seeds ./analysis ./render
//
// prints the tests of two folders that try less under the race detector, which is for
// package internal/seeds to say. A test reaches what it mentions, and what that mentions
// in turn, in its package and in others of ours. A name that means something else adds
// a test that was not needed, and leaves none out.
package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "reach:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("give names and folders, as in: go run ./internal/reach internal/seeds ./analysis ./render")
	}
	s := newSources()
	if err := s.readAll("."); err != nil {
		return err
	}
	targets, err := s.named(strings.Split(args[0], ","))
	if err != nil {
		return err
	}
	var names, packages []string
	all := s.reaching(targets)
	for _, folder := range args[1:] {
		for _, p := range all {
			if within(p.folder, folder) {
				names, packages = append(names, p.tests...), append(packages, "./"+p.folder)
			}
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("no test below %v reaches %s", args[1:], args[0])
	}
	_, err = fmt.Printf("^(%s)$\n%s\n", strings.Join(names, "|"), strings.Join(packages, " "))
	return err
}

// within reports whether a folder is another or below it.
func within(folder, other string) bool {
	other = path.Clean(filepath.ToSlash(other))
	return other == "." || folder == other || strings.HasPrefix(folder, other+"/")
}

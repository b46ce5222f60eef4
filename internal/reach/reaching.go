package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// named returns the names that targets stand for. A target that stands for none is an
// error: what was renamed would leave tests out in silence.
func (s *sources) named(targets []string) (list []name, err error) {
	for _, target := range targets {
		folder, text, one := strings.Cut(target, ".")
		before := len(list)
		for n := range s.mentions {
			if n.folder == folder && (!one || n.text == text) {
				list = append(list, n)
			}
		}
		if len(list) == before {
			return nil, fmt.Errorf("nothing is called %s; name what is declared now", target)
		}
	}
	return list, nil
}

// found are the tests of a folder, in order.
type found struct {
	folder string
	tests  []string
}

// reaching returns the tests from which one of the targets can be reached, by folder.
// Time: names and mentions.
func (s *sources) reaching(targets []name) (list []found) {
	mentionedBy := map[name][]name{}
	for from, to := range s.mentions {
		for n := range to {
			mentionedBy[n] = append(mentionedBy[n], from)
		}
	}
	seen := map[name]bool{}
	for _, n := range targets {
		seen[n] = true
	}
	for queue := slices.Clone(targets); len(queue) > 0; queue = queue[1:] {
		n := queue[0]
		for _, m := range mentionedBy[n] {
			// What is built without tests can mean nothing of theirs.
			if !seen[m] && (s.built[n] || !s.built[m]) {
				queue, seen[m] = append(queue, m), true
			}
		}
	}
	tests := map[string][]string{}
	for n := range s.tests {
		if seen[n] {
			tests[n.folder] = append(tests[n.folder], n.text)
		}
	}
	for _, folder := range slices.Sorted(maps.Keys(tests)) {
		list = append(list, found{folder, slices.Sorted(slices.Values(tests[folder]))})
	}
	return list
}

package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// licences are those that a module may have, each with words that its text has.
var licences = map[string][]string{
	"Apache-2.0":   {"apache license", "version 2.0"},
	"MIT":          {"permission is hereby granted, free of charge"},
	"BSD-2-Clause": {"redistribution and use in source and binary forms", "this software is provided"},
	"BSD-3-Clause": {"redistribution and use in source and binary forms", "neither the name"},
	"Unlicense":    {"this is free and unencumbered software released into the public domain"},
	"ISC":          {"permission to use, copy, modify, and/or distribute this software for any purpose"},
}

// denied finds licences that reach beyond the work itself, or forbid a use.
var denied = regexp.MustCompile(`(?i)gnu (affero |lesser |library )?general public|\b[AL]?GPL|creative commons|\bCC[- ]BY|server side public|\bSSPL|business source|commons clause|mozilla public|\bMPL|eclipse public|\bEPL`)

// apart are sentences in licences of modules about what is not linked: pages of documentation.
var apart = regexp.MustCompile(`(?s)Documentation contributions \(excluding specifications\) are licensed under CC-BY-4\.0\.|Creative Commons Attribution 4\.0 International \(CC-BY-4\.0\)\s+Documentation in this project \(excluding specifications\) is licensed under\s+CC-BY-4\.0\. See \S+ for\s+the full license text\.`)

// licenceOf returns the licences of a text, "" for none that is known, and the
// words in it that are denied.
func licenceOf(text string) (names, deny string) {
	plain := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	var list []string
	for l, words := range licences {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(plain, w) }) {
			list = append(list, l)
		}
	}
	slices.Sort(list)
	names = strings.Replace(strings.Join(list, " and "), "BSD-2-Clause and BSD-3-Clause", "BSD-3-Clause", 1)
	return names, denied.FindString(apart.ReplaceAllString(text, ""))
}

// linked returns, by its path, the folders that a module adds to the program on
// any system, the first its own.
func linked(t *testing.T) map[string][]string {
	t.Helper()
	modules := map[string][]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}", "./cmd/tasuki")
		list.Dir, list.Env = filepath.Join("..", ".."), append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("listing what is linked on %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if len(f) != 3 {
				continue
			}
			if modules[f[0]] == nil {
				modules[f[0]] = []string{f[1]}
			}
			for dir := f[2]; dir != f[1]; dir = filepath.Dir(dir) {
				if !slices.Contains(modules[f[0]], dir) {
					modules[f[0]] = append(modules[f[0]], dir)
				}
			}
		}
	}
	return modules
}

// TestNoticeNamesWhatIsLinked wants each module of the program in NOTICE with the
// licence that its text says, and none whose licence is denied.
func TestNoticeNamesWhatIsLinked(t *testing.T) {
	notice, err := os.ReadFile(filepath.Join("..", "..", "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z0-9.]+\.[a-z]+/\S+)\s+([A-Z]\S*?(?: and [A-Z]\S*?)?)[.,]\s`).FindAllStringSubmatch(string(notice), -1) {
		said[m[1]] = m[2]
	}
	modules := linked(t)
	for path, folders := range modules {
		for i, folder := range folders {
			name, deny := licenceIn(t, folder)
			switch {
			case deny != "":
				t.Errorf("the licence of %s in %s says %q: leave the module out", path, folder, deny)
			case i == 0 && name == "":
				t.Errorf("the licence of %s is none of those that are known; read it, and add it to licences", path)
			case i == 0 && said[path] != name:
				t.Errorf("NOTICE says %q of %s, whose licence is %s", said[path], path, name)
			}
		}
	}
	for path := range said {
		if modules[path] == nil {
			t.Errorf("NOTICE names %s, which is not linked", path)
		}
	}
	if len(modules) < 10 {
		t.Errorf("%d modules only", len(modules))
	}
	for _, embed := range embedded(t) {
		if strings.HasSuffix(embed, ".gz") && !strings.Contains(string(notice), embed) {
			t.Errorf("NOTICE does not say what %s is", embed)
		}
	}
}

// licenceIn returns the licence of a folder, and what in it is denied.
func licenceIn(t *testing.T, folder string) (name, deny string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if upper := strings.ToUpper(f.Name()); f.IsDir() || !strings.HasPrefix(upper, "LICEN") && !strings.HasPrefix(upper, "COPYING") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		n, d := licenceOf(string(text))
		name, deny = max(name, n), max(deny, d)
	}
	return name, deny
}

// embedded returns the files that the project embeds.
func embedded(t *testing.T) (list []string) {
	t.Helper()
	for _, f := range sources(t) {
		for _, c := range f.Comments {
			for _, line := range c.List {
				if files, ok := strings.CutPrefix(line.Text, "//go:embed "); ok {
					for file := range strings.FieldsSeq(files) {
						list = append(list, f.pkg+"/"+file)
					}
				}
			}
		}
	}
	return list
}

func TestLicencesAreTold(t *testing.T) {
	const bsd = "Redistribution and use in source\nand binary forms, with or without ... THIS SOFTWARE IS PROVIDED AS IS"
	for _, c := range []struct {
		text, name string
		deny       bool
	}{
		{"Apache License\n   Version 2.0, January 2004", "Apache-2.0", false},
		{"Permission is hereby granted, free of charge, to any person", "MIT", false},
		{bsd, "BSD-2-Clause", false},
		{bsd + " Neither the name of", "BSD-3-Clause", false},
		{"This is free and unencumbered software released\ninto the public domain.", "Unlicense", false},
		{"All rights reserved.", "", false},
		{"GNU GENERAL PUBLIC LICENSE Version 3", "", true},
		{"GNU Lesser General Public License", "", true},
		{"GNU AFFERO GENERAL PUBLIC LICENSE", "", true},
		{"Your choice of the FreeType License or the GNU General Public License (GPL), version 2 or later", "", true},
		{"Creative Commons Attribution 4.0", "", true},
		{"Apache License, Version 2.0. Documentation contributions (excluding specifications) are licensed under CC-BY-4.0.", "Apache-2.0", false},
		{"Apache License, Version 2.0. Contributions are licensed under CC-BY-4.0.", "Apache-2.0", true},
		{"Licensed under CC-BY 4.0", "", true},
		{"Server Side Public License", "", true},
		{bsd + " Neither the name of ... this folder is under LGPL-2.1", "BSD-3-Clause", true},
	} {
		if name, deny := licenceOf(c.text); name != c.name || (deny != "") != c.deny {
			t.Errorf("%q is %q, denied %q", c.text, name, deny)
		}
	}
}

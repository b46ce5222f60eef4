// Command bundle makes editor.js, one minified ES module, of editor.mjs and the
// packages that it imports, and licences.txt of the licences of these packages. It is
// a module of its own, so that the program does not require what bundles.
//
// Its arguments are the folder with the sources, the one that npm has unpacked the
// packages in, and the one to write to.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: bundle SOURCES PACKAGES OUT")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run(sources, packages, out string) error {
	sources, err := filepath.Abs(sources)
	if err != nil {
		return err
	}
	if packages, err = filepath.Abs(packages); err != nil {
		return err
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{filepath.Join(sources, "editor.mjs")},
		AbsWorkingDir:     sources,
		NodePaths:         []string{packages},
		Bundle:            true,
		Format:            api.FormatESModule,
		Platform:          api.PlatformBrowser,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone, // licences.txt has them whole
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Metafile:          true,
		Outfile:           filepath.Join(out, "editor.js"),
		LogLevel:          api.LogLevelWarning,
	})
	if len(result.Errors) > 0 {
		return errors.New("esbuild found errors")
	}
	names, err := bundled(result.Metafile)
	if err != nil {
		return err
	}
	text, err := licences(packages, names)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "licences.txt"), []byte(text), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "editor.js"), result.OutputFiles[0].Contents, 0o644)
}

// bundled returns the packages of which something is in the bundle, in the order of
// their names.
func bundled(metafile string) ([]string, error) {
	var meta struct {
		Outputs map[string]struct {
			Inputs map[string]struct {
				BytesInOutput int `json:"bytesInOutput"`
			} `json:"inputs"`
		} `json:"outputs"`
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return nil, err
	}
	var names []string
	for _, output := range meta.Outputs {
		for path, input := range output.Inputs {
			_, inside, ok := strings.Cut(path, "node_modules/")
			if !ok || input.BytesInOutput == 0 {
				continue
			}
			parts := strings.SplitN(inside, "/", 3)
			name := parts[0]
			if strings.HasPrefix(name, "@") {
				name += "/" + parts[1]
			}
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// licences returns the names, versions and licences of packages, those with one text
// together.
func licences(packages string, names []string) (string, error) {
	titles := map[string][]string{}
	var texts []string
	for _, name := range names {
		about, err := os.ReadFile(filepath.Join(packages, name, "package.json"))
		if err != nil {
			return "", err
		}
		var p struct{ Version, License string }
		if err := json.Unmarshal(about, &p); err != nil {
			return "", fmt.Errorf("package.json of %s: %w", name, err)
		}
		if p.License != "MIT" {
			return "", fmt.Errorf("the licence of %s is %s, not MIT: read it, and say in NOTICE what it asks for", name, p.License)
		}
		text, err := os.ReadFile(filepath.Join(packages, name, "LICENSE"))
		if err != nil {
			return "", err
		}
		licence := strings.TrimSpace(string(text))
		if titles[licence] == nil {
			texts = append(texts, licence)
		}
		titles[licence] = append(titles[licence], name+" "+p.Version)
	}
	var b strings.Builder
	for i, text := range texts {
		if i > 0 {
			b.WriteString("\n" + strings.Repeat("-", 72) + "\n\n")
		}
		fmt.Fprintf(&b, "%s\n\n%s\n", strings.Join(titles[text], "\n"), text)
	}
	return b.String(), nil
}

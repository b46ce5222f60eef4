package render

import (
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph"
)

// NotRead says in one line which files and folders lie in the folder of a dataset and
// are not read, and how they would be. The names of folders end in a separator.
func NotRead(folder string, names []string, lang graph.Lang) string {
	const shown = 5
	p := reporter{lang: lang}
	list := p.list(fileNames(names[:min(len(names), shown)]))
	if more := len(names) - shown; more > 0 {
		list = p.say("{1} and {2} more", list, more)
	}
	said := p.say("not read in {1}: {2}", oneLine(folder), list)
	if slices.ContainsFunc(names, maybeDataset) {
		said = p.say("{1} (a folder or .json file is a dataset of its own: name it instead)", said)
	}
	return said.String()
}

// unread lists what in the folder of a dataset is not read.
func (p reporter) unread(names []string) []block {
	if len(names) == 0 {
		return nil
	}
	return []block{{Head: p.say("Files and folders that are not read")}, {Items: fileNames(names)}}
}

func fileNames(names []string) []phrase {
	return each(names, func(n string) phrase { return words(oneLine(n)) })
}

// maybeDataset reports whether facts of a dataset may lie under a name.
func maybeDataset(name string) bool {
	isFolder := strings.HasSuffix(name, string(filepath.Separator))
	return !strings.HasPrefix(name, ".") && (isFolder || strings.EqualFold(filepath.Ext(name), ".json"))
}

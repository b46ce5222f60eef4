package report

import (
	"path/filepath"
	"slices"
	"strings"

	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// NotRead says in one line which files and folders lie in the folder of a dataset and
// are not read, and how they would be. The names of folders end in a separator.
func NotRead(folder string, names []string, lang messages.Language) string {
	const shown = 5
	p := messages.Printer{Language: lang}
	list := p.List(fileNames(names[:min(len(names), shown)]))
	if more := len(names) - shown; more > 0 {
		list = p.Say("{1} and {2} more", list, more)
	}
	said := p.Say("not read in {1}: {2}", typeset.OneLine(folder), list)
	if slices.ContainsFunc(names, maybeDataset) {
		said = p.Say("{1} (a folder or .json file is a dataset of its own: name it instead)", said)
	}
	return said.String()
}

// unread lists what in the folder of a dataset is not read.
func unread(p messages.Printer, names []string) []document.Block {
	if len(names) == 0 {
		return nil
	}
	return []document.Block{{Head: p.Say("Files and folders that are not read")}, {Items: fileNames(names)}}
}

func fileNames(names []string) []document.Phrase {
	return messages.Each(names, func(n string) document.Phrase { return document.Words(typeset.OneLine(n)) })
}

// maybeDataset reports whether facts of a dataset may lie under a name.
func maybeDataset(name string) bool {
	isFolder := strings.HasSuffix(name, string(filepath.Separator))
	return !strings.HasPrefix(name, ".") && (isFolder || strings.EqualFold(filepath.Ext(name), ".json"))
}

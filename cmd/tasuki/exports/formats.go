package exports

import (
	"bytes"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/bpmn"
	"tasuki/graph/neo4jstore/admincsv"
	"tasuki/internal/outdir"
	"tasuki/render/exchange"
	"tasuki/render/messages"
	"tasuki/render/register"
)

// format is a format that a dataset is written in. write returns its files, of which
// there is one, without a name, unless it is a folder; and notes on what was left out.
type format struct {
	name   string
	folder bool
	write  func(e exported) (files []outdir.File, notes []string, err error)
	next   func(lang messages.Language, folder string) string // what to do with the folder; nil: nothing
}

// exported is what is written: a dataset, what it is called where it lies beside others,
// and the language of its labels.
type exported struct {
	graph *graph.Graph
	name  string
	lang  messages.Language
}

// importing says how Neo4j's import tool takes what was written.
func importing(lang messages.Language, folder string) string {
	return lang.Plain("To make the files the whole database of a server that is stopped:\n\n  cd {1}\n  neo4j-admin database import full neo4j --overwrite-destination=true @import.args\n\nand, when the server runs again:\n\n  cypher-shell -f schema.cypher\n", folder)
}

// formats lists the formats; the first is what is written when none is named.
func formats() []format {
	return []format{
		{name: "json", write: func(e exported) ([]outdir.File, []string, error) {
			var b bytes.Buffer
			err := graph.Encode(&b, e.graph.Dataset())
			return oneFile(b.Bytes()), nil, err
		}},
		{name: "bpmn", write: func(e exported) ([]outdir.File, []string, error) {
			text, err := bpmn.Write(e.graph, e.lang.Lang)
			return oneFile(text), nil, err
		}},
		{name: "neo4j-admin", folder: true, write: func(e exported) ([]outdir.File, []string, error) {
			list, err := admincsv.Files(e.name, e.graph.Dataset())
			return outdir.FilesOf(list), nil, err
		}, next: importing},
		{name: "dora", folder: true, write: func(e exported) ([]outdir.File, []string, error) {
			r, err := register.Of(e.graph)
			return outdir.FilesOf(r.Files), r.Gaps(e.graph, e.lang), err
		}},
		{name: "opengraph", write: func(e exported) ([]outdir.File, []string, error) {
			text, err := exchange.OpenGraph(e.graph, e.lang.Lang)
			return oneFile(text), nil, err
		}},
		{name: "likec4", write: func(e exported) ([]outdir.File, []string, error) {
			return oneFile(exchange.LikeC4(e.graph, e.lang)), nil, nil
		}},
		{name: "structurizr", write: func(e exported) ([]outdir.File, []string, error) {
			return oneFile(exchange.Structurizr(e.graph, e.lang)), nil, nil
		}},
		{name: "drawio", write: func(e exported) ([]outdir.File, []string, error) {
			text, left, err := exchange.DrawIO(e.graph, bottleneck.Bottlenecks(e.graph, rules.Options{}), e.lang)
			var notes []string
			for _, id := range left {
				notes = append(notes, e.lang.Plain("flow {1} is too large for a page, and left out", id))
			}
			return oneFile(text), notes, err
		}},
	}
}

func oneFile(data []byte) []outdir.File { return []outdir.File{{Data: data}} }

// names returns the names of the formats.
func names() (names []string) {
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

package sarif

import (
	"encoding/json"
	"io"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/messages"
)

// Fingerprint is the key under which a result carries the ID of its finding.
const Fingerprint = "tasukiFinding/v1"

// schema is where readers of the format look for its definition.
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// document is a file of the format. That of the library brings a check of its own along,
// which programs do without.
type document struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

// run is a run whose results all have suppressions, if only none, or all have not: the
// format asks for that, and the library leaves out what is empty.
type run struct {
	*sarif.Run
	Results []finding `json:"results"`
}

// finding is a result with its suppressions.
type finding struct {
	*sarif.Result
	Suppressions []*sarif.Suppression `json:"suppressions"`
}

// Origin says what findings come from. Paths are relative, with slashes, or empty.
type Origin struct {
	Version string // of the program
	Dataset string // where a finding lies that rests on no fact with a place
	Folder  string // of the files that facts stand in
}

// Write writes findings about g as one run, in the order in which they are given; those that
// are switched off are counted in its properties. Errors are those of w.
func Write(w io.Writer, g *graph.Graph, list []findings.Finding, from Origin, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	all := run{sarif.NewRun().WithLanguage(tag(p)).WithTool(sarif.NewTool().WithDriver(driver(p, from.Version))), []finding{}}
	off := map[string]int{}
	for _, f := range list {
		if f.Severity == findings.Off {
			off[f.Rule]++
			continue
		}
		r := result(p, f, from)
		all.Results = append(all.Results, finding{r, append([]*sarif.Suppression{}, r.Suppressions...)})
	}
	if len(off) > 0 {
		all.WithProperties(sarif.NewPropertyBag().Add("switchedOff", off))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(document{schema, "2.1.0", []run{all}}); err != nil {
		return said.Errorf("writing SARIF: %w", err)
	}
	return nil
}

func tag(p messages.Printer) string {
	if p.Lang == graph.English {
		return "en-US"
	}
	return string(p.Lang)
}

// driver is the program with its rules.
func driver(p messages.Printer, version string) *sarif.ToolComponent {
	c := sarif.NewToolComponent().WithName("tasuki").WithVersion(version).WithLanguage(tag(p))
	for _, r := range findings.LintRules() {
		text := sarif.NewMultiformatMessageString().WithText(p.Why(r.ID))
		c.AddRule(sarif.NewReportingDescriptor().WithID(r.ID).WithShortDescription(text).WithFullDescription(text).WithHelp(text).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithEnabled(true).WithLevel(level(r.Severity))))
	}
	return c
}

// level returns what the format calls a severity.
func level(s findings.Severity) string {
	switch s {
	case findings.High:
		return "error"
	case findings.Medium:
		return "warning"
	}
	return "note"
}

func result(p messages.Printer, f findings.Finding, from Origin) *sarif.Result {
	text := p.Closed(f.Message)
	accepted := f.Acceptance != nil && f.Acceptance.State != findings.Expired
	decided := p.Decided(f)
	for i, d := range decided {
		if i < len(decided)-1 || !accepted { // the last one is the justification
			text += p.Plain(" ||between sentences") + p.Plain("{1}.", d)
		}
	}
	r := sarif.NewResult().WithRuleID(f.Rule).WithKind("fail").WithLevel(level(f.Severity)).WithMessage(sarif.NewTextMessage(text)).
		WithPartialFingerprints(map[string]string{Fingerprint: f.ID}).
		WithProperties(sarif.NewPropertyBag().Add("severity", string(f.Severity)).Add("certainty", string(f.Certainty)))
	for i, l := range findings.LintRules() {
		if l.ID == f.Rule {
			r.WithRuleIndex(i)
		}
	}
	if accepted {
		r.AddSuppression(sarif.NewSuppression().WithKind("external").WithStatus("accepted").WithJustification(decided[len(decided)-1]))
	}
	places := placesOf(p.Graph, f)
	if len(places) > 0 {
		r.AddLocation(location(places[0], from.Folder))
		for _, s := range places[1:] {
			r.AddRelatedLocation(location(s, from.Folder).WithMessage(sarif.NewTextMessage(s.String())))
		}
	}
	if len(places) == 0 && from.Dataset != "" {
		r.AddLocation(location(graph.Source{File: from.Dataset}, ""))
	}
	return r
}

package explorer

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/messages/catalogue"
)

// View is what a page shows; as it stands in an address.
type View string

// The views.
const (
	Overview         View = ""
	MatrixView       View = "matrix"
	MapView          View = "map"
	FlowView         View = "flow"
	TimeView         View = "time"
	OrganizationView View = "organization"
	TaskView         View = "task"
	FindingsView     View = "findings"
	CompareView      View = "compare"
	SearchView       View = "search"
	ConsoleView      View = "console" // is asked for by itself: see [ParseConsole]
)

// subjects are the views of one flow, organization or task.
var subjects = []View{FlowView, TimeView, OrganizationView, TaskView}

// Views returns all views in the order in which they are offered.
func Views() []View {
	return []View{Overview, MatrixView, MapView, FlowView, TimeView, OrganizationView, TaskView, FindingsView, CompareView, SearchView}
}

// Place is what a page shows. It is all that a page depends on beside the dataset, and
// its address says all of it.
type Place struct {
	View    View
	Subject string           // the ID of the flow, organization or task
	Changes []overlay.Change // in the order in which they are made
	Against []overlay.Change // of CompareView: those of the other side
	Minute  int              // of TimeView: on the clock
	Find    string           // of SearchView
	Lang    graph.Lang       // empty: that of the server
}

// Format is a form in which a page can be had, by the ending of its address.
type Format string

// The formats.
const (
	Page   Format = ""
	SVG    Format = ".svg"
	JSON   Format = ".json"
	CSV    Format = ".csv"
	Cypher Format = ".cypher"
)

// formats are those with an ending.
var formats = []Format{SVG, JSON, CSV, Cypher}

// MostChanges is how many changes a place has on each side.
const MostChanges = 50

// ParsePlace reads the address of a page, its path as it is escaped and its query. Each
// kind of change is a parameter; `add` is a whole change, as forms ask for one. Whether
// IDs exist is said when the page is made.
func ParsePlace(path, query string) (Place, Format, error) {
	p, format, err := parsePath(path)
	if err != nil {
		return p, format, err
	}
	for pair := range strings.SplitSeq(query, "&") {
		if pair == "" {
			continue
		}
		rawKey, rawValue, _ := strings.Cut(pair, "=")
		key, err1 := url.QueryUnescape(rawKey)
		value, err2 := url.QueryUnescape(rawValue)
		if err1 != nil || err2 != nil {
			return p, format, said.Errorf("%q in the address is not escaped as addresses are", pair)
		}
		if value == "" {
			continue
		}
		if err := p.set(key, value); err != nil {
			return p, format, err
		}
	}
	if len(p.Changes) > MostChanges || len(p.Against) > MostChanges {
		return p, format, said.Errorf("a page shows what follows from at most %d changes; make them in the dataset", MostChanges)
	}
	return p, format, nil
}

// ParseConsole reads the query of the address of the console, which keeps the changes and
// the language of the pages around it.
func ParseConsole(query string) (Place, error) {
	p, _, err := ParsePlace("/", query)
	p.View = ConsoleView
	return p, err
}

func parsePath(path string) (p Place, format Format, err error) {
	for _, f := range formats {
		if rest, ok := strings.CutSuffix(path, string(f)); ok {
			path, format = rest, f
			break
		}
	}
	view, subject, about := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if view == "overview" {
		view = ""
	}
	p.View = View(view)
	if !slices.Contains(Views(), p.View) || about != slices.Contains(subjects, p.View) {
		return p, format, said.Errorf("there is no page %q", path)
	}
	if p.Subject, err = url.PathUnescape(subject); err != nil || about && p.Subject == "" {
		return p, format, said.Errorf("there is no page %q", path)
	}
	return p, format, nil
}

// set takes a parameter of an address.
func (p *Place) set(key, value string) (err error) {
	change := func(list *[]overlay.Change, text string) error {
		c, err := overlay.Parse(text)
		if err == nil {
			*list = append(*list, c)
		}
		return err
	}
	switch key {
	case "lang":
		if p.Lang = graph.Lang(value); !slices.Contains(catalogue.Langs(), p.Lang) {
			return said.Errorf("%q is no language of these pages; they speak %v", value, catalogue.Langs())
		}
		return nil
	case "minute":
		if p.Minute, err = strconv.Atoi(value); err != nil || p.Minute < 0 {
			return said.Errorf("minute=%s: a minute on the clock is a whole number from 0", value)
		}
		return nil
	case "find":
		p.Find = value
		return nil
	case "add":
		return change(&p.Changes, value)
	case "against":
		return change(&p.Against, value)
	}
	return change(&p.Changes, key+"="+value)
}

// Address returns the address of the page of p in a format, which ParsePlace reads.
func (p Place) Address(f Format) string {
	var b strings.Builder
	b.WriteString("/" + string(p.View))
	if p.View == Overview && f != Page {
		b.WriteString("overview")
	}
	if p.Subject != "" {
		// An ID that ends like a format is not one.
		b.WriteString("/" + strings.ReplaceAll(url.PathEscape(p.Subject), ".", "%2E"))
	}
	b.WriteString(string(f))
	sign := "?"
	add := func(key, value string) {
		b.WriteString(sign + key + "=" + plainer.Replace(url.QueryEscape(value)))
		sign = "&"
	}
	for _, c := range p.Changes {
		key, value, _ := strings.Cut(c.String(), "=")
		add(key, value)
	}
	for _, c := range p.Against {
		add("against", c.String())
	}
	if p.View == TimeView && p.Minute > 0 {
		add("minute", strconv.Itoa(p.Minute))
	}
	if p.View == SearchView && p.Find != "" {
		add("find", p.Find)
	}
	if p.Lang != "" {
		add("lang", string(p.Lang))
	}
	return b.String()
}

// plainer keeps signs readable that a query can hold as they are.
var plainer = strings.NewReplacer("%3A", ":", "%3D", "=", "%2C", ",")

// At returns another view with the same changes.
func (p Place) At(v View, subject string) Place {
	return Place{View: v, Subject: subject, Changes: p.Changes, Lang: p.Lang}
}

// With returns the place with one change more, or without it where it is made already.
func (p Place) With(c overlay.Change) Place {
	p.Changes = slices.Clone(p.Changes)
	if i := slices.Index(p.Changes, c); i >= 0 {
		p.Changes = slices.Delete(p.Changes, i, i+1)
		return p
	}
	if c.Kind == overlay.LeadRule || c.Kind == overlay.SupportRule {
		p.Changes = slices.DeleteFunc(p.Changes, func(x overlay.Change) bool { return x.Kind == c.Kind })
	}
	p.Changes = append(p.Changes, c)
	return p
}

// Spoken returns the place in another language.
func (p Place) Spoken(lang graph.Lang) Place {
	p.Lang = lang
	return p
}

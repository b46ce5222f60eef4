package explorer

import (
	"bytes"
	_ "embed"
	"html"
	"html/template"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/said"
	"tasuki/render/consequences"
	"tasuki/render/document"
	markup "tasuki/render/document/html"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

//go:embed html/explorer.html.tmpl
var pageTemplate string

//go:embed html/explorer.css
var pageStyle string

//go:embed html/icon.svg
var icon []byte

//go:embed html/explorer.mjs
var script []byte

// Style is how pages of the explorer look.
func Style() []byte { return []byte(string(markup.Style()) + pageStyle) }

// Script is what swaps pages in place, so that the reader stays where they are. All of it
// works without.
func Script() []byte { return script }

// Icon is shown where pages are listed.
func Icon() []byte { return icon }

// page is what the template shows.
type page struct {
	w       world
	c       content
	Title   string
	Name    string // of the dataset
	Answer  document.Phrase
	Follows []document.Block // from the changes
	messages.Printer
}

// tie is a link with what is said of it.
type tie struct {
	Href, Text, Key string
	Here            bool // it leads to this page
}

func (w world) page(out io.Writer, c content) error {
	p := page{w: w, c: c, Title: c.title, Name: w.p.Title(w.Graph.Dataset().Name), Printer: w.p}
	if w.changed() && w.View != CompareView {
		p.Answer = consequences.Answer(w.p, w.Changes, w.c)
		p.Follows = consequences.Blocks(w.p, w.Changes, w.c, func(more int) document.Phrase {
			all := document.Phrase{{Text: w.p.Plain("all as CSV"), Href: Place{Changes: w.Changes, Lang: w.Place.Lang}.Address(CSV)}}
			return w.p.Say("and {1} more: {2}", more, all)
		})[1:]
	}
	t, err := markup.Blocks(w.p, w.inlined, w.places().href)
	if err != nil {
		return said.Errorf("parsing the blocks of pages: %w", err)
	}
	if t, err = t.New("explorer").Parse(pageTemplate); err != nil {
		return said.Errorf("parsing the template of the explorer: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(typeset.Ordered(&b), p); err != nil {
		return said.Errorf("writing the page %s: %w", w.Address(Page), err)
	}
	_, err = io.WriteString(out, unheaded.Replace(stepped(hoisted(b.String()))))
	return err
}

// inlined takes a drawing into the page, in which a click takes away what it is on.
func (w world) inlined(d document.Drawing) template.HTML {
	svg, err := markup.InlineSVG(d.SVG, messages.MarkupID(d), d.Alt)
	if err != nil {
		return ""
	}
	return template.HTML(w.clickable(string(svg)))
}

// places are the addresses of what a page of the report links to, by its place there.
type places map[string]string

func (w world) places() places {
	all := places{}
	for _, f := range w.Graph.Flows() {
		to := w.At(FlowView, f.ID).Address(Page)
		all["#"+messages.AnchorOf("flow", f.ID)], all["#"+messages.AnchorOf("escalation", f.ID)] = to, to
	}
	for _, t := range w.Graph.Tasks() {
		all["#"+messages.Anchor(t.ID)] = w.At(TaskView, t.ID).Address(Page)
	}
	for _, o := range w.Graph.Organizations() {
		all["#"+w.p.OrganizationAnchor(o.ID)] = w.At(OrganizationView, o.ID).Address(Page)
	}
	return all
}

// href returns where a place of the report is here; nowhere where it is not.
func (a places) href(place string) string {
	if strings.HasPrefix(place, "#") {
		return a[place]
	}
	return place
}

// own are the styles of single elements.
var own = regexp.MustCompile(` style="([^"]*)"`)

// hoisted puts the styles of single elements into the one style of the page, whose hash a
// policy can name: a policy that lets every element have one lets in those of strangers.
func hoisted(page string) string {
	numbers := map[string]int{}
	var rules strings.Builder
	page = own.ReplaceAllStringFunc(page, func(attribute string) string {
		text := html.UnescapeString(own.FindStringSubmatch(attribute)[1])
		n, known := numbers[text]
		if !known {
			n = len(numbers)
			numbers[text] = n
			rules.WriteString(`[data-s="` + strconv.Itoa(n) + `"]{` + strings.ReplaceAll(text, "<", `\3C `) + "}\n")
		}
		return ` data-s="` + strconv.Itoa(n) + `"`
	})
	if rules.Len() == 0 {
		return strings.Replace(page, ownStyle, "", 1) // a policy lets no empty one in, either
	}
	return strings.Replace(page, ownStyle, "<style>"+rules.String()+"</style>", 1)
}

// unheaded makes plain cells of the headings of rows that say nothing, since the row goes
// on with the one above.
var unheaded = strings.NewReplacer(`<th scope="row"></th>`, "<td></td>", `<th scope="row" class="number"></th>`, `<td class="number"></td>`)

// heading is the beginning or end of one.
var heading = regexp.MustCompile(`<(/?)h([1-6])`)

// stepped makes each heading one level deeper than the one that it stands under: blocks
// are made for pages where more stands above them.
func stepped(page string) string {
	var above []string // the levels as they are written, of the headings that a heading stands under, and its own
	return heading.ReplaceAllStringFunc(page, func(tag string) string {
		m := heading.FindStringSubmatch(tag)
		if m[1] == "" {
			for len(above) > 0 && above[len(above)-1] >= m[2] {
				above = above[:len(above)-1]
			}
			above = append(above, m[2])
		}
		return "<" + m[1] + "h" + strconv.Itoa(len(above))
	})
}

// ownStyle marks in the template where the page's own style stands.
const ownStyle = "<style></style>"

// OwnStyle returns the style that stands in a page, for the policy that lets it in.
func OwnStyle(page []byte) []byte {
	head, _, _ := bytes.Cut(page, []byte("</head>"))
	_, rest, _ := bytes.Cut(head, []byte("<style>"))
	style, _, _ := bytes.Cut(rest, []byte("</style>"))
	return style
}

// Say returns a text of the page itself.
func (p page) Say(english string) string { return p.Plain(english) }

// Sections are those of the view.
func (p page) Sections() []document.Section { return p.c.sections }

// Version is that of the dataset on the page.
func (p page) Version() int { return p.w.Version }

// Drawn reports whether the page has a drawing.
func (p page) Drawn() bool { return p.c.sketch != nil }

// Clock is the control of the minute; nil: there is none.
func (p page) Clock() *clock { return p.c.clock }

// Offers are the changes that the page offers beside taking away what it is about.
func (p page) Offers() []offer {
	return slices.DeleteFunc(slices.Clone(p.c.offers), func(o offer) bool { return len(o.Choices) == 0 })
}

// Toggle takes away what the page is about, or brings it back.
func (p page) Toggle() *tie {
	if p.c.toggle == nil {
		return nil
	}
	t := p.tie(p.w.With(*p.c.toggle), p.w.toggle(*p.c.toggle))
	t.Key = "toggle"
	return &t
}

// tie returns a link to a place.
func (p page) tie(to Place, text string) tie {
	return tie{Href: to.Address(Page), Text: text, Key: "to " + to.Address(Page), Here: to.Address(Page) == p.w.Address(Page)}
}

// attribute returns the value of an attribute in a tag; empty where it has none.
func attribute(tag, name string) string {
	_, rest, ok := strings.Cut(tag, name+`="`)
	if !ok {
		return ""
	}
	value, _, _ := strings.Cut(rest, `"`)
	return html.UnescapeString(value)
}

// escaped returns a text as the value of an attribute.
func escaped(text string) string { return html.EscapeString(text) }

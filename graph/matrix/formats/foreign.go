package formats

import (
	"net/url"
	"strings"

	"tasuki/graph/said"
)

// foreign returns the formats that are not read, each with a sentence that says how to
// save such a file: they come from programs that save others.
func foreign() []Format {
	list := []Format{
		{Name: "xls", Endings: []string{".xls", ".xlt", ".xlsb"}, Sheets: true, binary: true, why: said.New("this is an .xls workbook or one with a password; save it as .xlsx without password")},
		{Name: "doc", Endings: []string{".doc", ".dot"}, Sheets: true, binary: true, why: said.New("this is a .doc document; save it as .docx")},
		{Name: "rtf", Endings: []string{".rtf"}, why: said.New("this is an RTF document; save it as .docx")},
		{Name: "mhtml", Endings: []string{".mht", ".mhtml"}, why: said.New("this is a web archive, as browsers and wikis save it; save the page as .html, or paste its table into a spreadsheet program and save it as .xlsx")},
		{Name: "xml", Endings: []string{".xml"}, why: said.New("this is a workbook as XML; open it in a spreadsheet program and save it as .xlsx")},
		{Name: "numbers", Endings: []string{".numbers"}, why: said.New("this is a Numbers document; export it as Excel or CSV (File > Export To)")},
		{Name: "pages", Endings: []string{".pages"}, why: said.New("this is a Pages document; export it as Word or text, or paste its table into a spreadsheet program and save it as .xlsx")},
		{Name: "gsheet", Endings: []string{".gsheet"}, why: errSheets},
		{Name: "gdoc", Endings: []string{".gdoc"}, why: errDocs},
		{Name: "link", Endings: []string{".url", ".webloc"}, why: said.New("this is a link and not what it leads to; download that as .xlsx or save it as .html, and name the file")},
	}
	for i := range list {
		list[i].Notes, list[i].Most = list[i].Endings, mostText
	}
	return list
}

var (
	errSheets = said.New("this is a link to Google Sheets, and nothing is fetched; open it and choose File > Download > Microsoft Excel (.xlsx), or CSV, and name that file")
	errDocs   = said.New("this is a link to Google Docs, and nothing is fetched; open it and choose File > Download > Microsoft Word (.docx), and name that file")
	errShared = said.New("this is a link to SharePoint or OneDrive, and nothing is fetched; open it and choose Download, and name that file")
	errWiki   = said.New("this is a link to a wiki page, and nothing is fetched; save the page as .html in the browser and name that file, or copy its table and pipe it in (-)")
	errLink   = said.New("this is an address on the network, and nothing is fetched; download the file, or save the page as .html, and name that")
)

// Link says what to do about an address of the network that is given in place of a
// file; it is nil for anything else.
func Link(path string) error {
	u, err := url.Parse(path)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	host := strings.ToLower(u.Hostname())
	switch {
	case host == "docs.google.com" && strings.HasPrefix(u.Path, "/spreadsheets/"), host == "sheets.google.com":
		return errSheets
	case host == "docs.google.com" && strings.HasPrefix(u.Path, "/document/"):
		return errDocs
	case strings.HasSuffix(host, ".sharepoint.com"), host == "onedrive.live.com", host == "1drv.ms":
		return errShared
	case strings.HasSuffix(host, ".atlassian.net"), strings.Contains(host, "confluence"), strings.Contains(host, "wiki"), strings.HasPrefix(u.Path, "/wiki/"), strings.HasPrefix(u.Path, "/display/"):
		return errWiki
	}
	return errLink
}

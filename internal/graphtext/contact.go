package graphtext

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tasuki/graph"
)

var postForm = regexp.MustCompile(`^([^/*@~]*)(?:/(\d+))?(?:\*(\d+))?(?:@([^~]*))?(?:~([^@]*)(?:@(.*))?)?$`)

// contacts reads "POST&POST,POST", levels of posts, for an organization; of is "", ":FLOW",
// "!SEVERITY" or ":FLOW!SEVERITY".
func (p *parser) contacts(o *graph.Organization, of, text string) error {
	var list []graph.Contact
	for level := range strings.SplitSeq(text, ",") {
		for i, post := range strings.Split(level, "&") {
			c, err := contact(post)
			if err != nil {
				return err
			}
			c.Parallel = i > 0
			list = append(list, c)
		}
	}
	if of == "" {
		o.Contacts = list
		return nil
	}
	flow, severity, _ := strings.Cut(of, "!")
	if severity != "" {
		term(&p.data.Severities, severity)
	}
	o.ContactLists = append(o.ContactLists, graph.ContactList{Flow: strings.TrimPrefix(flow, ":"), Severity: severity, Contacts: list})
	return nil
}

// contact reads "NAME/MINUTES*REPEATS@HOURS~DEPUTY@HOURS", of which all may be missing, with
// _ for blanks.
func contact(text string) (graph.Contact, error) {
	m := postForm.FindStringSubmatch(text)
	if m == nil {
		return graph.Contact{}, fmt.Errorf("%q is not a post such as Desk/15 or Desk/15*2@24/7~Guard", text)
	}
	blanks := func(text string) string { return strings.ReplaceAll(text, "_", " ") }
	c := graph.Contact{Name: graph.Text(blanks(m[1])), Hours: graph.Hours(blanks(m[4])), Deputy: graph.Deputy{Name: graph.Text(blanks(m[5])), Hours: graph.Hours(blanks(m[6]))}}
	c.WaitMinutes, _ = strconv.Atoi(m[2])
	c.Repeats, _ = strconv.Atoi(m[3])
	return c, nil
}

// calendar reads "ID ZONE HOLIDAY HOLIDAY"; all but the ID may be missing.
func (p *parser) calendar(line string) error {
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return fmt.Errorf("want: calendar ID ZONE HOLIDAY HOLIDAY")
	}
	c := graph.Calendar{ID: fields[0]}
	if len(fields) > 1 {
		c.Zone = graph.Zone(fields[1])
		for _, day := range fields[2:] {
			c.Holidays = append(c.Holidays, graph.Date(day))
		}
	}
	p.data.Calendars = append(p.data.Calendars, c)
	return nil
}

// report reads "ID ORGANIZATION within=MINUTES flow=ID severity=ID"; all behind the
// organization may be missing, and flow= and severity= be there several times.
func (p *parser) report(line string) error {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return fmt.Errorf("want: report ID ORGANIZATION within=MINUTES flow=ID severity=ID")
	}
	p.mention(fields[1])
	r := graph.OutsideReport{ID: fields[0], Name: graph.Text(fields[0]), Organization: fields[1]}
	for _, field := range fields[2:] {
		switch key, value, _ := strings.Cut(field, "="); key {
		case "within":
			r.WithinMinutes, _ = strconv.Atoi(value)
		case "flow":
			r.Flows = append(r.Flows, value)
		case "severity":
			r.Severities = append(r.Severities, value)
			term(&p.data.Severities, value)
		default:
			return fmt.Errorf("%q is not within=, flow= or severity=", field)
		}
	}
	p.data.OutsideReports = append(p.data.OutsideReports, r)
	return nil
}

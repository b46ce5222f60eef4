package messages

import (
	"fmt"
	"strings"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// Hours says opening hours in words, such as Mon–Fri 08:30–18:00, closed on holidays.
// Hours that cannot be read are said as they stand.
func Hours(text graph.Hours, lang Language) string {
	r, err := hours.Parse(string(text))
	if err != nil || text == "" {
		return string(text)
	}
	said := ""
	for _, rule := range r.List() {
		days := daysOf(rule.Days, lang)
		text := lang.Plain("at all hours")
		switch {
		case rule.Off && said == "":
			said = lang.Plain("not {1}||of hours", days)
			continue
		case rule.Off:
			said = lang.Plain("{1}; not {2}||of hours", said, days)
			continue
		case !rule.Always:
			var spans []string
			for _, s := range rule.Spans {
				spans = append(spans, lang.Plain("{1}–{2}||of times", wallClock(s.From), wallClock(s.To)))
			}
			text = days + " " + strings.Join(spans, lang.Plain(", "))
		}
		if said != "" {
			text = lang.Plain("{1}; {2}||of hours", said, text)
		}
		said = text
	}
	return said
}

// HoursAt says opening hours of an organization, with the time zone where organizations have
// several.
func HoursAt(g *graph.Graph, o graph.Organization, text graph.Hours, lang Language) string {
	said := Hours(text, lang)
	var own graph.Zone
	several := false
	calendars := g.Dataset().Calendars
	for _, c := range calendars {
		several = several || c.Zone != calendars[0].Zone
		if c.ID == o.Calendar {
			own = c.Zone
		}
	}
	if said == "" || !several {
		return said
	}
	if own == "" {
		own = "UTC"
	}
	return lang.Plain("{1} ({2})", said, string(own))
}

// wallClock is a time of day. An end in the next day is its time there.
func wallClock(minutes int) string {
	if minutes > 24*60 {
		minutes -= 24 * 60
	}
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

// daysOf lists days, three and more in a row as a range.
func daysOf(days []hours.Day, lang Language) string {
	names := [...]string{
		lang.Plain("Mon"), lang.Plain("Tue"), lang.Plain("Wed"), lang.Plain("Thu"), lang.Plain("Fri"), lang.Plain("Sat"), lang.Plain("Sun"), lang.Plain("holidays"),
	}
	var parts []string
	for i := 0; i < len(days); {
		end := i
		for end+1 < len(days) && days[end+1] == days[end]+1 && days[end+1] != hours.PH {
			end++
		}
		switch {
		case end-i == 6:
			parts = append(parts, lang.Plain("every day"))
		case end-i >= 2:
			parts = append(parts, lang.Plain("{1}–{2}||of days", names[days[i]], names[days[end]]))
		default:
			for _, d := range days[i : end+1] {
				parts = append(parts, names[d])
			}
		}
		i = end + 1
	}
	return strings.Join(parts, lang.Plain(", ||names"))
}

// Means names the means of a call in their order; nothing when none are declared.
func Means(list []graph.Means, lang Language) string {
	var names []string
	for _, m := range list {
		names = append(names, Printer{Language: lang}.Say(string(m)).String())
	}
	return strings.Join(names, lang.Plain(", "))
}

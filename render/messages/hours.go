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

// HomeZone returns the time zone of the client, or else of the first organization that names
// a calendar, where calendars have several zones; empty where they have one.
func HomeZone(g *graph.Graph) graph.Zone {
	zones, several := map[string]graph.Zone{}, false
	for _, c := range g.Dataset().Calendars {
		zones[c.ID] = zoneName(c.Zone)
		several = several || c.Zone != g.Dataset().Calendars[0].Zone
	}
	if !several {
		return ""
	}
	home := graph.Zone("")
	for _, o := range g.Organizations() {
		zone := zones[o.Calendar]
		if o.Kind == graph.Client && zone != "" {
			return zone
		}
		if home == "" {
			home = zone
		}
	}
	return home
}

// HoursAt says opening hours of an organization, with its time zone where that is another
// than [HomeZone].
func HoursAt(g *graph.Graph, o graph.Organization, text graph.Hours, lang Language) string {
	said, home := Hours(text, lang), HomeZone(g)
	for _, c := range g.Dataset().Calendars {
		if c.ID == o.Calendar && home != "" && zoneName(c.Zone) != home && said != "" && text != "24/7" {
			return lang.Plain("{1} ({2})", said, string(zoneName(c.Zone)))
		}
	}
	return said
}

// zoneName names a time zone; that which is not declared is UTC.
func zoneName(z graph.Zone) graph.Zone {
	if z == "" {
		return "UTC"
	}
	return z
}

// wallClock is a time of day. An end in the next day is its time there.
func wallClock(minutes int) string {
	if minutes > 24*60 {
		minutes -= 24 * 60
	}
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

// Weekday names a day of the week, in short, or holidays.
func Weekday(d hours.Day, lang Language) string {
	return [...]string{
		lang.Plain("Mon"), lang.Plain("Tue"), lang.Plain("Wed"), lang.Plain("Thu"), lang.Plain("Fri"), lang.Plain("Sat"), lang.Plain("Sun"), lang.Plain("holidays"),
	}[d]
}

// daysOf lists days, three and more in a row as a range.
func daysOf(days []hours.Day, lang Language) string {
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
			parts = append(parts, lang.Plain("{1}–{2}||of days", Weekday(days[i], lang), Weekday(days[end], lang)))
		default:
			for _, d := range days[i : end+1] {
				parts = append(parts, Weekday(d, lang))
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

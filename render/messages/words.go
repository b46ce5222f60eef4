package messages

import (
	"unicode"
	"unicode/utf8"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/document"
)

// Capital returns a text that begins with a capital letter, in a language whose
// sentences do: in another a word of commands may stand first.
func (p Printer) Capital(s string) string {
	if p.Lang != graph.English {
		return s
	}
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// Badge says in a word how sure something is. Its sign tells the words apart
// in print without colour.
func (p Printer) Badge(c placement.Certainty) document.Phrase {
	switch c {
	case placement.Holds:
		return document.Phrase{{Text: p.Plain("✓ Sure"), Style: document.SureStyle}}
	case placement.Depends:
		return document.Phrase{{Text: p.Plain("± Depends on uncertain marks"), Style: document.UnsureStyle}}
	case placement.Assumed:
		return document.Phrase{{Text: p.Plain("± Depends on a rule that nobody declared"), Style: document.UnsureStyle}}
	case placement.Absent:
		return document.Phrase{{Text: p.Plain("– Not declared"), Style: document.UnsureStyle}}
	case placement.NotComputed:
		return document.Phrase{{Text: p.Plain("? Not computed for every reading"), Style: document.UnsureStyle}}
	}
	return document.Words(Unknown)
}

// LeadRule says what a rule about joint leads means.
func (p Printer) LeadRule(r graph.LeadRule) document.Phrase {
	if r == graph.AnyLead {
		return p.Say("Where several organizations lead a task, any one of them suffices.")
	}
	return p.Say("Where several organizations lead a task, each covers its own part only.")
}

// SupportRule says what a rule about supporters means.
func (p Printer) SupportRule(r graph.SupportRule) document.Phrase {
	if r == graph.Fallback {
		return p.Say("A supporter stands in for a lead that is missing.")
	}
	return p.Say("A supporter does not stand in for a lead that is missing.")
}

// Subject names what a finding is about.
func (p Printer) Subject(s rules.Subject) document.Phrase {
	switch s.Kind {
	case rules.AboutOrganization:
		return p.Organization(s.ID)
	case rules.AboutTask:
		return p.Task(s.ID)
	case rules.AboutFlow:
		return p.Flow(s.ID)
	}
	return p.Say("the dataset")
}

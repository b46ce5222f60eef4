package register

import (
	"slices"
	"strconv"
	"unicode"

	"tasuki/graph"
	"tasuki/render/messages/catalogue"
)

// The codes of the data point model, version 4.0.
const (
	codeLEI       = "eba_qCO:qx2000"
	codeCountry   = "eba_GA:"
	codeYes       = "eba_BT:x28"
	codeNo        = "eba_BT:x29"
	codeReplaceNo = "eba_ZZ:x959"
)

// substitutabilities are the codes of B_07.01.0050. There is none for what has not been
// assessed.
var substitutabilities = map[graph.Substitutability]string{
	graph.NotSubstitutable: codeReplaceNo, graph.HighlyComplex: "eba_ZZ:x960", graph.MediumComplexity: "eba_ZZ:x961", graph.EasilySubstitutable: "eba_ZZ:x962",
}

// What would fill a column.
var (
	declareLEI    = catalogue.Key("declare lei under organizations")
	declareRegion = catalogue.Key("declare region under organizations")
	declareParent = catalogue.Key("declare parent under organizations, and lei of the parent")
	declareChain  = catalogue.Key("declare serves, or rank, under organizations")
	declareServes = catalogue.Key("declare serves under organizations, and lei of the recipient")
	declareName   = catalogue.Key("declare the name in Latin letters, as en, under organizations")
	declareTier   = catalogue.Key("declare tier under flows")
	declareSubst  = catalogue.Key("declare substitutability under organizations")
	declareEntity = catalogue.Key("declare one organization of kind client, with its lei")
)

// templates are those that a dataset knows something of.
var templates = []template{
	{"b_02.01", organizations(func(s *subjects) []int { return s.direct() }), []column{
		unknown("c0010"), unknown("c0020"), unknown("c0030"), unknown("c0040"), unknown("c0050"),
	}},
	{"b_05.01", organizations(func(s *subjects) []int { return s.listed }), []column{
		{"c0010", lei, declareLEI}, {"c0020", leiType, declareLEI}, optional("c0030"), optional("c0040"),
		{"c0050", name, ""}, {"c0060", latin, declareName}, unknown("c0070"), {"c0080", country, declareRegion},
		unknown("c0090"), unknown("c0100"), {"c0110", parentLEI, declareParent}, {"c0120", parentType, declareParent},
	}},
	{"b_05.02", organizations(func(s *subjects) []int { return s.providers }), []column{
		unknown("c0010"), unknown("c0020"), {"c0030", lei, declareLEI}, {"c0040", leiType, declareLEI},
		{"c0050", rank, declareChain}, {"c0060", recipient, declareServes}, {"c0070", recipientType, declareServes},
	}},
	{"b_06.01", flows, []column{
		{"c0010", flowID, ""}, unknown("c0020"), {"c0030", flowName, ""}, {"c0040", entity, declareEntity}, {"c0050", tier, declareTier},
		optional("c0060"), unknown("c0070"), unknown("c0080"), unknown("c0090"), unknown("c0100"),
	}},
	{"b_07.01", organizations(func(s *subjects) []int { return s.critical }), []column{
		unknown("c0010"), {"c0020", lei, declareLEI}, {"c0030", leiType, declareLEI}, unknown("c0040"), {"c0050", substitutability, declareSubst},
		{"c0060", reason, ""}, unknown("c0070"), unknown("c0080"), unknown("c0090"), unknown("c0100"), unknown("c0110"), optional("c0120"),
	}},
}

// unknown is a column that is asked for in every row, and that no dataset fills.
func unknown(code string) column {
	return column{code, func(*subjects, subject) (string, bool) { return "", true }, ""}
}

// optional is a column that no dataset fills, and that may stay empty.
func optional(code string) column {
	return column{code, func(*subjects, subject) (string, bool) { return "", false }, ""}
}

// direct returns the providers that are known to serve a client: each has a contract at least.
func (s *subjects) direct() []int {
	return slices.DeleteFunc(slices.Clone(s.providers), func(i int) bool { return s.ranks[i] != 1 })
}

func flows(s *subjects) (rows []subject) {
	for i := range s.g.Flows() {
		rows = append(rows, subject{flow: i})
	}
	return rows
}

func lei(s *subjects, of subject) (string, bool) { return s.org(of).LEI, true }

func leiType(s *subjects, of subject) (string, bool) { return typeOf(s.org(of).LEI), true }

func typeOf(lei string) string {
	if lei == "" {
		return ""
	}
	return codeLEI
}

// name is the name under which it is declared: the Japanese one, where there is one.
func name(s *subjects, of subject) (string, bool) { return s.org(of).Name.In(graph.Japanese), true }

// latin is the declared name that has no letter of another alphabet.
func latin(s *subjects, of subject) (string, bool) {
	for _, text := range []string{s.org(of).Name.EN, s.org(of).Name.JA} {
		if text != "" && !slices.ContainsFunc([]rune(text), func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
			return text, true
		}
	}
	return "", true
}

func country(s *subjects, of subject) (string, bool) {
	if r := s.org(of).Region; r != "" {
		return codeCountry + r.Country(), true
	}
	return "", true
}

// parentLEI is the identifier of the ultimate parent. Who has no declared parent may have one
// that nobody declared, so it is not taken for its own.
func parentLEI(s *subjects, of subject) (string, bool) {
	o, ok := s.parent(of)
	if !ok {
		return "", true
	}
	return o.LEI, true
}

func parentType(s *subjects, of subject) (string, bool) {
	code, asked := parentLEI(s, of)
	return typeOf(code), asked
}

func rank(s *subjects, of subject) (string, bool) {
	if n := s.ranks[of.org]; n > 0 {
		return strconv.Itoa(n), true
	}
	return "", true
}

// recipient is whom a sub-contractor serves; at rank 1 it is the financial entity, which
// stands in another template.
func recipient(s *subjects, of subject) (string, bool) {
	if s.ranks[of.org] == 1 {
		return "", false
	}
	o, _ := s.recipient(of)
	return o.LEI, true
}

func recipientType(s *subjects, of subject) (string, bool) {
	code, asked := recipient(s, of)
	return typeOf(code), asked
}

func flowID(s *subjects, of subject) (string, bool) { return s.flow(of).ID, true }

func flowName(s *subjects, of subject) (string, bool) {
	return s.flow(of).Name.In(graph.Japanese), true
}

func entity(s *subjects, _ subject) (string, bool) { return s.entity, true }

// tier is whether the function is critical or important, in the words of DORA.
func tier(s *subjects, of subject) (string, bool) {
	switch s.flow(of).Tier {
	case graph.Critical, graph.Important:
		return codeYes, true
	case graph.Other:
		return codeNo, true
	}
	return "", true
}

func substitutability(s *subjects, of subject) (string, bool) {
	return substitutabilities[s.org(of).Substitutability], true
}

// reason is asked for where a provider is not, or hardly, substitutable.
func reason(s *subjects, of subject) (string, bool) {
	word := s.org(of).Substitutability
	return "", word == graph.NotSubstitutable || word == graph.HighlyComplex
}

package graph

import "slices"

// Role says what an organization does in a task.
type Role string

// The roles. A leader carries the task out, a supporter helps, and an informed
// party is told: it neither leads nor supports. An accountable party answers for
// the task: that alone neither carries it out nor stands in for who does, and an
// organization that has one of the other roles may be accountable besides.
const (
	Lead        Role = "lead"
	Accountable Role = "accountable"
	Support     Role = "support"
	Informed    Role = "informed"
)

// TakesPart reports whether who has the role can carry the task out or help to.
func (r Role) TakesPart() bool {
	return r == Lead || r == Support
}

// Reading says how sure we are of which organization a mark belongs to.
type Reading string

// The readings of a mark.
const (
	Printed   Reading = "printed"   // it stands under its heading
	Realigned Reading = "realigned" // it drifted, and has one plausible place
	Uncertain Reading = "uncertain" // it has several, which Alternatives lists; none: it may be nobody's
)

// Region is a country, or a part of one: the two letters of ISO 3166-1, or the code
// of ISO 3166-2 that begins with them.
type Region string

// Country returns the two letters of the country.
func (r Region) Country() string { return string(r[:min(2, len(r))]) }

// LEI is a Legal Entity Identifier, of ISO 17442.
type LEI string

// Kind says what sort of party an organization is.
type Kind string

// The kinds of party.
const (
	Client    Kind = "client"    // commissions the work
	Vendor    Kind = "vendor"    // does it under contract
	Incumbent Kind = "incumbent" // was there before, under another contract
)

// HandoffKind says what is passed on.
type HandoffKind string

// The kinds of handoff.
const (
	Request     HandoffKind = "request"
	Report      HandoffKind = "report"
	Instruction HandoffKind = "instruction"
	Delivery    HandoffKind = "delivery"
	Decision    HandoffKind = "decision"
	Sequence    HandoffKind = "sequence"
)

// TaskKind says what a task is that is no work. The empty kind is work.
type TaskKind string

// Gateway is the kind of a place where a process parts or joins, which nobody leads and no log
// of events names.
const Gateway TaskKind = "gateway"

// Timing says how often a task is done. The empty timing is unknown.
type Timing string

// The timings.
const (
	Daily    Timing = "daily"
	Monthly  Timing = "monthly"
	Yearly   Timing = "yearly"
	AsNeeded Timing = "as-needed"
	Once     Timing = "once"
)

// LeadRule says when a task with several leads is lost.
type LeadRule string

// The lead rules.
const (
	AnyLead  LeadRule = "any"  // one remaining lead suffices
	EachLead LeadRule = "each" // each lead covers its own part only
)

// SupportRule says whether a supporter stands in for a lost lead.
type SupportRule string

// The support rules.
const (
	Fallback  SupportRule = "fallback" // a supporter stands in: the task is degraded
	NoSupport SupportRule = "none"     // it does not: the task is lost
)

// Substitutability says how hard it is to replace an organization, in the words
// of the register of information under DORA (field B_07.01.0050).
type Substitutability string

// The substitutabilities.
const (
	NotSubstitutable    Substitutability = "not-substitutable"
	HighlyComplex       Substitutability = "highly-complex"
	MediumComplexity    Substitutability = "medium-complexity"
	EasilySubstitutable Substitutability = "easily-substitutable"
	NotAssessed         Substitutability = "not-assessed" // declared to be unknown
)

// Tier says how much depends on a flow.
type Tier string

// The tiers, in the words of DORA, Article 3(22).
const (
	Critical  Tier = "critical"
	Important Tier = "important"
	Other     Tier = "other"
)

// Means is a way to call somebody. The number or address itself is no part of a dataset.
type Means string

// The means of a call.
const (
	Phone Means = "phone"
	Mail  Means = "mail"
	Chat  Means = "chat"
	Pager Means = "pager"
	Radio Means = "radio"
)

// words maps the name of each closed vocabulary to its words, in the order in
// which messages list them.
var words = map[string][]string{
	"role":         {string(Lead), string(Accountable), string(Support), string(Informed)},
	"reading":      {string(Printed), string(Realigned), string(Uncertain)},
	"kind":         {string(Client), string(Vendor), string(Incumbent)},
	"handoff kind": {string(Request), string(Report), string(Instruction), string(Delivery), string(Decision), string(Sequence)},
	"task kind":    {string(Gateway)},
	"timing":       {string(Daily), string(Monthly), string(Yearly), string(AsNeeded), string(Once)},
	"lead rule":    {string(AnyLead), string(EachLead)},
	"support rule": {string(Fallback), string(NoSupport)},
	"fork rule":    {string(AllOf), string(AnyOf)},
	"tier":         {string(Critical), string(Important), string(Other)},
	"means":        {string(Phone), string(Mail), string(Chat), string(Pager), string(Radio)},
	"substitutability": {
		string(NotSubstitutable), string(HighlyComplex), string(MediumComplexity), string(EasilySubstitutable), string(NotAssessed),
	},
}

// Words returns the words of a closed vocabulary: "role", "reading", "kind",
// "handoff kind", "task kind", "timing", "lead rule", "support rule", "fork rule", "tier",
// "means" or "substitutability".
func Words(vocabulary string) []string { return slices.Clone(words[vocabulary]) }

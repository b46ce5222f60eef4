package graph

// Dataset holds the facts about one shared service, as they were declared: in
// any order, and not yet checked. Its JSON form, made by [Encode], is the
// exchange format of machines; the files that people write have the same keys.
type Dataset struct {
	Name          Name           `json:"name,omitzero"`
	Rules         Rules          `json:"rules,omitzero"`
	Organizations []Organization `json:"organizations,omitempty"`
	Phases        []Term         `json:"phases,omitempty"`
	Categories    []Term         `json:"categories,omitempty"`
	Environments  []Term         `json:"environments,omitempty"`
	Sites         []Term         `json:"sites,omitempty"`
	Severities    []Term         `json:"severities,omitempty"` // of incidents
	Calendars     []Calendar     `json:"calendars,omitempty"`
	Tasks         []Task         `json:"tasks,omitempty"`
	Assignments   []Assignment   `json:"assignments,omitempty"`
	Handoffs      []Handoff      `json:"handoffs,omitempty"` // those that belong to no flow
	Flows         []Flow         `json:"flows,omitempty"`
	Components    []Term         `json:"components,omitempty"`
	Supplies      []Supply       `json:"supplies,omitempty"`

	OutsideReports []OutsideReport `json:"outside_reports,omitempty"`

	Account *Account `json:"account,omitempty"` // nil: nothing was imported from a matrix
}

// Rules are the two rules by which the marks of a matrix are to be read, and
// what says so. An empty rule is unknown, and analyses show both readings.
type Rules struct {
	Leads   LeadRule    `json:"leads,omitempty"`
	Support SupportRule `json:"support,omitempty"`
	Basis   Name        `json:"basis,omitzero"`
}

// Organization is a party to the service.
type Organization struct {
	ID      string   `json:"id"`
	Name    Name     `json:"name"`
	Kind    Kind     `json:"kind,omitempty"`
	Parent  string   `json:"parent,omitempty"`  // the organization whose group it belongs to
	Aliases []string `json:"aliases,omitempty"` // other spellings under which it is printed

	Substitutability Substitutability `json:"substitutability,omitempty"` // how hard it is to replace; empty: nothing is declared
	Calendar         string           `json:"calendar,omitempty"`         // by which its hours are meant; empty: the only one
	Contacts         []Contact        `json:"contacts,omitempty"`         // whom to call there, level by level
	ContactLists     []ContactList    `json:"contact_lists,omitempty"`    // in place of these, by flow and severity
	EscalatesTo      string           `json:"escalates_to,omitempty"`     // the organization to call when no level answers

	EscalatesToLevel int `json:"escalates_to_level,omitempty"` // at which of its levels, from 1; 0: the first

	Region Region `json:"region,omitempty"` // where it has its seat
	LEI    LEI    `json:"lei,omitempty"`    // its Legal Entity Identifier, ISO 17442
	Serves string `json:"serves,omitempty"` // the organization that receives its services under contract: a client, or the provider of which it is a sub-contractor
	Rank   int    `json:"rank,omitempty"`   // place in the chain of sub-contractors, 1: under contract with a client; 0: nothing is declared
}

// Term is an entry of a vocabulary that the dataset itself declares: a phase, a
// category, a component, an environment, a site or a severity.
type Term struct {
	ID     string `json:"id"`
	Name   Name   `json:"name"`
	Parent string `json:"parent,omitempty"` // the entry above it in the same vocabulary
}

// Task is one numbered row of work.
type Task struct {
	ID       string   `json:"id"`
	Name     Name     `json:"name"`
	Phase    string   `json:"phase,omitempty"`
	Category string   `json:"category,omitempty"` // the lowest heading over it
	Timing   Timing   `json:"timing,omitempty"`
	Kind     TaskKind `json:"kind,omitempty"` // empty: work
	Source   Source   `json:"source,omitzero"`
}

// Assignment says which role an organization has in a task.
type Assignment struct {
	Task         string   `json:"task"`
	Organization string   `json:"organization"`
	Role         Role     `json:"role"`
	Reading      Reading  `json:"reading"`
	Alternatives []string `json:"alternatives,omitempty"` // other organizations that it may belong to; an uncertain mark without any may be nobody's
	Reason       Name     `json:"reason,omitzero"`        // why it is not read as printed
	Source       Source   `json:"source,omitzero"`
}

// Handoff says that work passes from one task to another. Handoffs that leave a task in
// one flow with the same branch, or with none, are alternatives; what leaves it in
// different branches must all be done.
type Handoff struct {
	From     string      `json:"from"`
	To       string      `json:"to"`
	Kind     HandoffKind `json:"kind"`
	Artifact Name        `json:"artifact,omitzero"` // what is handed over
	Minutes  int         `json:"minutes,omitempty"` // from when From has the work until To has it; 0: unknown
	Branch   string      `json:"branch,omitempty"`
	When     Name        `json:"when,omitzero"`      // the condition on which this alternative is taken; empty: none is declared
	Optional bool        `json:"optional,omitempty"` // whether the procedure can do without the branch
	Basis    Basis       `json:"basis,omitzero"`
	Source   Source      `json:"source,omitzero"` // the row of a table, or the line of a flowchart, that states it
}

// Basis is what a handoff rests on.
type Basis struct {
	Rows     []string `json:"rows,omitempty"` // the tasks whose rows say so
	Says     Name     `json:"says,omitzero"`  // what in them says so
	Inferred bool     `json:"inferred,omitempty"`
}

// Flow is a named procedure: work starts at any of its start tasks, and is done
// when it has reached a goal task by its handoffs.
type Flow struct {
	ID    string   `json:"id"`
	Name  Name     `json:"name"`
	Start []string `json:"start"`
	Goal  []string `json:"goal"`
	Tier  Tier     `json:"tier,omitempty"` // how much depends on it; empty: nothing is declared

	ObjectiveMinutes int `json:"objective_minutes,omitempty"` // within which a goal is to be reached; 0: unknown

	Handoffs []Handoff           `json:"handoffs,omitempty"`
	Forks    map[string]ForkRule `json:"forks,omitempty"` // by task; a [Graph] has branches in their place
}

// Supply says who supplies a component in an environment, at a site.
type Supply struct {
	Environment  string  `json:"environment,omitempty"`
	Site         string  `json:"site,omitempty"`
	Component    string  `json:"component"`
	Organization string  `json:"organization"`
	Reading      Reading `json:"reading"`
	Reason       Name    `json:"reason,omitzero"`
	Source       Source  `json:"source,omitzero"`
}

// Source is where a fact stands in a matrix, or another table. Line and Column count from 1; a
// sheet's line is its row.
type Source struct {
	File   string `json:"file,omitempty"`
	Sheet  string `json:"sheet,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Mark   string `json:"mark,omitempty"` // the mark as printed
}

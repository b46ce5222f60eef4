package layout

// What is looked at of a sheet.
const (
	maxAligned = 20_000 // rows times organizations for which corrections are drafted unasked
	maxTried   = 20     // rows that may be the headings of a table whose cells name parties
	maxRoles   = 64     // columns of roles that it has
	maxNamed   = 1000   // parties that the cells of such a table name
	maxBeside  = 8      // tables beside each other
)

package propose

// What a proposal looks at.
const (
	sampleRows  = 20_000   // rows of a sheet
	sampleCells = 1 << 20  // cells of all sheets together
	sampleText  = 64 << 20 // bytes of text in them
	sampleCell  = 4 << 10  // bytes of one cell
	maxAreas    = 1000     // times that headings begin
	maxAsked    = 50_000   // rows times organizations for which corrections are drafted when they are asked for
)

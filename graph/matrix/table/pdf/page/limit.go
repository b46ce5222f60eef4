package page

// What pages may draw; docs/readings.md lists it.
const (
	maxPages   = 2_000
	maxGlyphs  = 200_000   // characters of a page
	maxAll     = 1_000_000 // characters of all pages
	maxRules   = 50_000    // lines of a page
	maxPoints  = 10_000    // corners of what is drawn at once; more are a picture
	maxSaved   = 1_000     // states that are saved within each other
	maxForms   = 12        // drawings within each other
	maxDrawn   = 64 << 20  // bytes of what draws all pages
	drawCost   = 256       // bytes that to draw something costs besides its own
	maxMapped  = 1_000_000 // entries that tell the characters of fonts
	maxOperand = 64        // operands of one operator
)

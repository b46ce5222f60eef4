package object

// What a file may hold; docs/readings.md lists it. Memory and time grow with nothing else.
const (
	MaxNested   = 64        // arrays and dictionaries around each other
	maxObjects  = 500_000   // numbered objects
	maxValues   = 2_000_000 // values in the objects that are looked at
	maxOperands = 100_000   // values in one operand of a page
	maxInflated = 128 << 20 // bytes of all streams that are looked at
	maxHeld     = 48 << 20  // bytes of streams with objects
	maxSearched = 1 << 30   // bytes searched for the ends of damaged streams
	maxFilters  = 8         // of a stream
	maxColumns  = 1 << 16   // bytes in a row of a predictor
)

package layout

// maxAligned is rows times organizations for which corrections are drafted unasked.
const maxAligned = 20_000

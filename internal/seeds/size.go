package seeds

// Size returns how large an input is to be that a test makes large: full where every
// input is tried, small enough for a run that is short or slow otherwise.
func Size(full, small int) int {
	if All() {
		return full
	}
	return small
}

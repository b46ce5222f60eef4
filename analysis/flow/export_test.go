package flow

// Refutation marks why an evaluation fails.
func Refutation(e *Evaluation) []bool {
	reached, _ := e.refutation(e.Failing())
	return reached
}

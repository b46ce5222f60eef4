package messages

// Known returns a count of minutes, and the sign of what is not known for 0.
func Known(minutes int) string {
	if minutes == 0 {
		return Unknown
	}
	return Whole(minutes)
}

// Difference returns measured less declared minutes with its sign, and the sign of what
// is not known where one of both is 0.
func Difference(measured, declared int) string {
	switch d := measured - declared; {
	case measured == 0 || declared == 0:
		return Unknown
	case d > 0:
		return "+" + Whole(d)
	case d < 0:
		return "−" + Whole(-d)
	}
	return "±0"
}

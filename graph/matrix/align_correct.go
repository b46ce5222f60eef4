package matrix

func (t *alignTable) corrections() []Correction { return nil }

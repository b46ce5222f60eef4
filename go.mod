module tasuki

go 1.25.0

package document

// Deck is a set of cards to be cut out of paper.
type Deck struct {
	Size  float64 // of their text, in points; 0: 10
	Note  string  // stands above the cards of each page, outside them
	Cards []Card
}

// Card is handed to somebody by itself.
type Card struct {
	Title  string
	Fields []CardField
	Text   string   // empty: room to write in
	Blanks []string // what is to be written at its foot
}

// CardField is a line of a card: what it says, and of what.
type CardField struct{ Name, Value string }

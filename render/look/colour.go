package look

// The colours are those of Okabe and Ito (Color Universal Design, 2008), which
// differ for every kind of colour vision. No meaning rests on colour alone:
// each also has a shape, a line style, a sign or a word.
const (
	Ink           = "#1a1a1a"
	Paper         = "#ffffff"
	Rule          = "#8c8c8c"
	Hairline      = "#cfd4da" // between rows
	Shade         = "#f3f4f6" // every other lane
	Header        = "#dde3ea" // lane titles
	Tint          = "#fff0e0" // single points of failure
	Vermilion     = "#d55e00"
	DarkVermilion = "#b84a00" // for text and thin lines
	orange        = "#e69f00"
	SkyBlue       = "#56b4e9"
	Blue          = "#0072b2"
	PaleBlue      = "#c4e0f3"
	PalestBlue    = "#eaf4fa"
	Green         = "#00785a" // bluish green, darkened so that thin lines keep a contrast of 4.5
	Purple        = "#a8457c" // reddish purple, darkened likewise
	brown         = "#8a5a00" // orange, darkened likewise
	Slate         = "#595959"
	Broken        = "#d9d9d9" // what breaks through a change
)

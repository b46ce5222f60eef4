package xlsx

// What the sheets of a workbook may share, and show in formats.
const (
	MaxStrings    = 4 << 20  // shared texts
	maxStringText = 64 << 20 // bytes of them
	MaxStyleTags  = 1 << 19  // elements of styles
	MaxStyles     = 65_490   // cell styles, the limit of spreadsheet programs
	MaxFormat     = 1024     // bytes in the code of a number format; spreadsheet programs take 255 characters
	maxNumbers    = 1 << 19  // different numbers and dates that are shown in formats
	maxNumberText = 16 << 20 // bytes of them as shown
)

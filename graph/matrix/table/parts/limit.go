package parts

// What a part may hold, uncompressed, so that no file can claim all memory or time.
const (
	MaxHeld   = 16 << 20  // bytes in a part that is kept in memory
	MaxRead   = 512 << 20 // bytes in a part that is read token by token
	MaxToken  = 1 << 20   // bytes in a tag or a text; a cell has at most 32,767 characters
	MaxDepth  = 64        // elements around an element
	mostDense = 100       // times its compressed size, for a part of more than MaxHeld: what programs write is far below
)

// Package look decides how the parts of a drawing look: colours, borders, signs,
// strokes and type. It knows no place.
package look

// Package pen knows lines and nothing of what is drawn with them: paths, how a
// [Projection] puts them into a picture, which outlines a round pen leaves along them,
// which dots of a picture outlines cover, and where beside a line a name has room.
//
// Who rasterizes and who writes a PDF is an interface here, so that their modules stay
// with render/paint.
package pen

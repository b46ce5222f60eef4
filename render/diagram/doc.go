// Package diagram holds what is drawn, without a coordinate, and views of it.
// Where things stand is decided in package layout.
package diagram

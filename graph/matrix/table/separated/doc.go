// Package separated reads text whose cells stand between separators: commas,
// semicolons, tabs or bars.
package separated

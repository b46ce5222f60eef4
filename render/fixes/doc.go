// Package fixes says which marks reach a target: the answer, each mark with what it is for
// and who could have it, and what a second analysis finds. What it takes is for package fix
// of analysis.
package fixes

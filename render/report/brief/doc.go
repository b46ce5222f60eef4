// Package brief writes what a committee reads: three sentences with how sure they are, one
// picture, three things to do, and what all of it rests on.
package brief

// Package drill plans drills of flows and says what drills have shown. A plan
// is the master scenario events list of HSEEP, the Homeland Security Exercise
// and Evaluation Program: what the controllers bring in, when, for whom, and
// what the players should do then. Everything here is a pure function: what a
// drill needs of files and of the day, its caller brings.
package drill

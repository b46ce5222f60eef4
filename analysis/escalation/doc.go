// Package escalation computes whom to call next: paths from a start to a goal,
// their alternates, contacts and times. Plans of exercises are in package
// drill.
package escalation

// Package workload counts who leads what, joint leads split, and the scopes of
// counting. Shares of it are in package concentration.
package workload

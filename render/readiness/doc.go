// Package readiness says who is reached in a week: first the answer, then flow by flow, with
// equal times of several days in one. Who is reached is for package readiness of analysis.
package readiness

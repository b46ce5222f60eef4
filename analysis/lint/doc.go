// Package lint does what a team has decided about findings: it sets severities, and tells
// which findings are accepted and which count again, since an acceptance has expired. It
// takes the date from its caller.
package lint

// Package criticality scores organizations by impact, substitutability and
// tier, and answers the two questions of DORA, Article 29(1). It computes no
// loss of its own.
package criticality

// Package exact holds arithmetic without rounding: sums of fractions, ranks,
// percent, Gini. It knows no graph.
package exact

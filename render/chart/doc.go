// Package chart says what a chart shows: axes, bars and curves. Package paint
// paints it.
package chart

// Package render holds nothing itself: the packages below it turn graphs and results
// into what people read.
//
// Drawings are made in steps. Package drawings says what is drawn, a diagram of
// lanes, nodes, edges and a legend, without any coordinate; package layout decides
// where everything stands; package encode writes the Graphviz language with every
// size and position set, so that Graphviz measures nothing: its own measure of
// Japanese text is far too narrow. Package graphviz makes SVG of it, package paint PNG
// and PDF. What a drawing highlights is a diagram.Overlay, not a part of the graph.
//
// Pages are made of the blocks of package document. Package report puts the review
// together from the sections of its package section, whose words come from package
// messages.
package render

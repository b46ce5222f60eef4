// Package render holds nothing itself: the packages below it turn graphs and results
// into what people read.
//
// Drawings are made in steps. Package drawings says what is drawn, a diagram of
// lanes, nodes, edges and a legend, without any coordinate; package layout decides
// where everything stands, a scene, and how that is painted, a picture, in the colours,
// signs and type of package look. Package encode
// writes the picture as SVG, package paint as PNG and PDF. Package graphviz makes scenes of
// graphs in which nothing is placed. What a drawing highlights is a diagram.Overlay, not a
// part of the graph.
//
// Package chart says what a chart shows; package picture picks the writer by the ending of
// a name; package bundle collects the files of a report and of a pack.
//
// Pages are made of the blocks of package document. Package report puts the review
// together from the sections of its package section, whose words come from package
// messages.
package render

// Package render turns graphs and results into what people read.
//
// Drawings are made in two steps. [DependencyMap], [Lanes], [Ladder],
// [Matrix] and [Supplies] say what is drawn: a [Diagram] of lanes, nodes, edges
// and a legend, without any coordinate. [DOT] arranges it on paper and writes the Graphviz language with
// every size and position set, so that Graphviz paints and measures nothing:
// its own measure of Japanese text is far too narrow. Package
// render/graphviz makes SVG of it.
//
// [Mermaid] and [GraphML] write a diagram of boxes and arrows for other programs,
// and [View] takes a part of one. [ShareChart] and [LossChart] say what a [Chart]
// shows; package render/paint paints it.
//
// What a drawing highlights is an [Overlay], not a part of the graph.
package render

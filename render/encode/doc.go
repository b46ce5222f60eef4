// Package encode writes diagrams as DOT, Mermaid and GraphML, and pictures as SVG.
package encode

// Package encode writes diagrams as Mermaid and GraphML, scenes as DOT, and pictures as SVG.
package encode

// Package encode writes diagrams as DOT, Mermaid and GraphML.
package encode

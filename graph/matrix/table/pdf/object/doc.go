// Package object reads the objects that a PDF consists of, as ISO 32000 lays them out:
// tables and streams of cross references, objects in streams, later versions of a file
// behind earlier ones, and files whose references are damaged. What the objects draw is
// left to others.
package object

// Package graphvizreference holds our way of running Graphviz against go-graphviz,
// whose build of it we run. It is apart from the tests of package graphviz, since
// whatever imports the library loads machine code from the shared temporary folder.
package graphvizreference

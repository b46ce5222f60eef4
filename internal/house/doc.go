// Package house holds the plan of the code as tests: imports, modules, sizes.
package house

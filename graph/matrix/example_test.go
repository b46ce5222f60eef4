package matrix_test

import (
	"context"
	"fmt"
	"strings"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/propose"
)

// A reading says how a matrix is to be read; one is proposed where there is none.
func ExampleImport() {
	file := strings.NewReader("No,Task,Service desk,Vendor\n1,Take the call,○,\n2,Find the fault,△,○\n")
	reading, err := propose.ProposeFile(context.Background(), file, "desk.csv", propose.ProposeOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, _, err := formats.Choose(file, "desk.csv", "", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	dataset, err := matrix.Import(rows, reading, "desk.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range dataset.Assignments {
		fmt.Println(a.Organization, "has the", a.Role, "of task", a.Task)
	}
	// Output:
	// Service desk has the lead of task 1
	// Service desk has the support of task 2
	// Vendor has the lead of task 2
}

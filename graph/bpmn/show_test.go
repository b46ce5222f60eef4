package bpmn

import (
	"fmt"
	"os"
	"testing"
	"path/filepath"
)

func TestShow(t *testing.T) {
	f := os.Getenv("SHOW")
	if f == "" { t.Skip() }
	text, _ := os.ReadFile(f)
	d, err := Read(filepath.Base(f), text, nil)
	if err != nil { t.Fatal(err) }
	for _, o := range d.Organizations { fmt.Println("org", o.ID, "<", o.Parent) }
	lead := map[string]string{}
	for _, a := range d.Assignments { lead[a.Task] += " " + a.Organization }
	for _, x := range d.Tasks { fmt.Printf("task %s | %v by%s\n", x.ID, x.Name, lead[x.ID]) }
	for _, f := range d.Flows { fmt.Println("flow", f.ID, f.Start, "->", f.Goal)
	for _, h := range f.Handoffs { fmt.Printf("   %s -> %s %s [%s] when=%v opt=%v %v\n", h.From, h.To, h.Kind, h.Branch, h.When, h.Optional, h.Artifact) } }
	for _, h := range d.Handoffs { fmt.Println("loose", h) }
	for _, n := range d.Account.Assumptions { fmt.Println("note", n) }
	for _, e := range d.Account.Elements { fmt.Println(e.Type, e.In, e.Mapped, e.Left) }
}

package graph

import (
	"fmt"
	"strconv"
)

// UnreadMark is a cell among the marks whose role is not known.
type UnreadMark struct {
	Task         string `json:"task"`
	Organization string `json:"organization,omitempty"` // empty: the cell stands under no heading, so that it may be anybody's
	Source       Source `json:"source"`                 // with what the cell says
	Reason       Name   `json:"reason,omitzero"`        // why it is not read, where it could be read otherwise
}

// Unread returns the cells among the marks that could not be read, by their place:
// each may be a mark of any role, or none.
func (g *Graph) Unread() []UnreadMark {
	if g.data.Account == nil {
		return nil
	}
	return g.data.Account.Unread
}

// unread checks what the marks that could not be read stand on.
func (v *validator) unread(a *Account, tasks, orgs map[string]int) {
	if a == nil {
		return
	}
	for i, u := range a.Unread {
		path := fmt.Sprintf("/account/unread/%d", i)
		v.ref(path+"/task", "task", u.Task, tasks, u.Source, false)
		v.ref(path+"/organization", "organization", u.Organization, orgs, u.Source, true)
	}
	if len(a.Unread) != a.Marks.Unread {
		v.add("/account/marks/unread", Source{}, strconv.Itoa(a.Marks.Unread), "is not the number of marks listed as unread, which is %d; correct the account, or import the matrix again", len(a.Unread))
	}
}

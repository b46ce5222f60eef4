package flagvalue_test

import (
	"slices"
	"testing"

	"github.com/spf13/pflag"

	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/internal/flagvalue"
	"tasuki/internal/graphtext"
)

func TestTarget(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2\nflow g from 1 to 2: 1 -> 2")
	for _, c := range []struct {
		args   []string
		flows  []string
		atMost float64
	}{
		{nil, []string{"f", "g"}, 0},
		{[]string{"--flow", "g"}, []string{"g"}, 0},
		{[]string{"--flow", "g,f", "--flow", "g"}, []string{"f", "g"}, 0},
		{[]string{"--at-most", "33.4%"}, nil, 33.4},
		{[]string{"--at-most", "40", "--flow", "f"}, []string{"f"}, 40},
	} {
		var target flagvalue.Target
		flags := pflag.NewFlagSet("", pflag.ContinueOnError)
		target.Register(flags)
		if err := flags.Parse(c.args); err != nil {
			t.Fatal(err)
		}
		got, err := target.Of(g)
		if err != nil || !slices.Equal(got.Flows, c.flows) || (got.AtMost == nil) != (c.atMost == 0) || got.AtMost != nil && *got.AtMost != c.atMost {
			t.Errorf("%v: got %+v, %v", c.args, got, err)
		}
	}
	var target flagvalue.Target
	if _, err := target.Of(graphtext.Graph(t, "1: a*")); err == nil {
		t.Error("a target of no flow")
	}
}

func TestWhatIf(t *testing.T) {
	got := flagvalue.WhatIf("my data", rules.Options{Leads: "any"}, []overlay.Change{
		{Kind: overlay.Supporter, Task: "1", To: "a,b"}, {Kind: overlay.Lead, Task: "x=y", To: "o'x"},
	})
	if want := `tasuki whatif 'my data' --leads any --supporter '1=a%2Cb' --lead 'x%3Dy=o'\''x'`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

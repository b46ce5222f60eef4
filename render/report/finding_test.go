package report

import (
	"slices"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
)

// TestMergedFindings puts together what says the same, as surely, and nothing else.
func TestMergedFindings(t *testing.T) {
	of := func(rule string, sure placement.Certainty, s findings.Severity) findings.Finding {
		return findings.Finding{Rule: rule, Certainty: sure, Severity: s}
	}
	all := merged([]findings.Finding{
		of("organization-without-marks", placement.Holds, findings.Low),
		of("organization-without-marks", placement.Depends, findings.Low),
		of("no-supporter", placement.Holds, findings.Low),
		of("organization-without-marks", placement.Holds, findings.Low),
		of("no-supporter", placement.Holds, findings.Low),
		of("organization-without-marks", placement.Holds, findings.High),
	}, findings.Low)
	var got []int
	for _, equal := range all {
		got = append(got, len(equal))
	}
	if want := []int{2, 1, 1, 1}; !slices.Equal(got, want) {
		t.Errorf("rows of %v findings, want %v", got, want)
	}
}

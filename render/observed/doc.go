// Package observed says what an event log shows of a dataset, in words: as text for a
// terminal, as CSV, as the chapter of a report and as a draft of minutes. What is compared is
// for packages observe and socialnetwork of the analysis.
package observed

// Package files reads datasets from files: a folder that people write, or one
// canonical JSON file. It needs no server, and writes none of them.
//
// A folder holds YAML files with any of a dataset's keys, and for each matrix
// a reading: reading.yaml, or NAME.reading.yaml. The facts of all of them make
// one dataset; organizations and terms that several readings declare alike are
// one. A matrix alone is a dataset too: its reading is proposed. Scenarios of
// drills, scenario.yaml and NAME.scenario.yaml, may lie beside them, and so may their
// numbers, numbers.yaml and NAME.numbers.yaml, which are never read as facts.
//
// Every fault of every file is reported at once, with file, line and value.
package files

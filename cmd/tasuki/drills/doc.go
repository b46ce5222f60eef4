// Package drills holds the commands of drills: the pack, the record, and what is tested.
package drills

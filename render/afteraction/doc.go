// Package afteraction writes what a drill has shown: the after-action report.
package afteraction

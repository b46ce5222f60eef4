// Package xes reads event logs in XES (IEEE 1849-2016).
package xes

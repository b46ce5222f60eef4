// Package concentration computes shares of led tasks, HHI and its bands, under
// every placement of uncertain marks. It knows nothing of flows.
package concentration

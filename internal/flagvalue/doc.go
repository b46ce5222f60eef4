// Package flagvalue holds values of flags that are more than a text or a number, says
// which known value is most like one that is not known, and quotes one for a shell. It depends on no
// library of flags: what has String, Type and Set fits into those that there are.
package flagvalue

// Package ladder says whom to call next, step by step, and who is reached when.
package ladder

// Package booktext makes workbooks for tests, part by part, sound or not.
package booktext

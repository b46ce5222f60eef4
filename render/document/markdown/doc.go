// Package markdown writes blocks as Markdown.
package markdown

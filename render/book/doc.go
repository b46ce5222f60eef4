// Package book sets sections as a book for paper: numbered pages below a running
// title, with contents, an outline, and links that lead somewhere.
//
// Blocks become strips of a height that is known, which are put on pages from the
// top down. What is folded on the page is left out, unless it is for paper.
package book

// Package xlsx reads workbooks as ECMA-376 and ISO/IEC 29500 lay them out, in the
// transitional form and the strict one.
package xlsx

// Package catalogue looks texts up in the catalogues of languages, one file each.
// What is said, and of what, is decided by its callers.
package catalogue

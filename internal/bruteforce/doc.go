// Package bruteforce holds random datasets and answers by enumeration, against
// which tests hold the clever algorithms. Only tests import it.
package bruteforce

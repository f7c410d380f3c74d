// Package shape holds the statistics of davy: plain mathematics on numbers,
// with no word of networks in it. Each function names its source, and its
// tests hold it against closed forms or an independent implementation.
package shape

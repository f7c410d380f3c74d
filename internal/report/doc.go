// Package report writes what people and programs read: findings as a table or
// as JSON Lines, and the summary of a run.
//
// In go findings and counts; out goes text. Strings that come from logs or file
// names never reach a terminal with control characters in them.
package report

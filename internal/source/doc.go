// Package source is where objects come from: files, folders and standard
// input, decompressed where they are.
//
// [Find] turns what the user names into a list of [Object]s, [Object.Open]
// gives an object's bytes as stored, and [Decode] their decoded text, with the
// facts that say whether it is whole and whether it was seen before: members
// of the gzip stream, decoded size in bytes, and the SHA-256 of the content.
//
// What an object holds is told by its first bytes, never by its name.
package source

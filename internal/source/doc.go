// Package source is where objects come from: files, folders and standard
// input, decompressed where they are.
//
// [Find] turns what the user names into a list of [Object]s, less those that a
// [Filter] leaves out by their names: [PlaceOf] knows AWS's layouts.
// [Object.Open] gives an object's bytes as stored, and [Decode] their decoded
// text, with the facts that say whether it is whole and whether it was seen
// before: members of the gzip or zstd stream, decoded size in bytes, and what the
// [Content] is known by.
//
// What an object holds is told by its first bytes, never by its name.
package source

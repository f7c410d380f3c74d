// Package parquet reads AWS VPC Flow Logs in Parquet.
//
// In goes one file, of which any part can be read; out come
// [flowlog.Record]s, one [Reader.Read] at a time, and [flowlog.Stats] that
// account for every row. Rows are judged by the rules that lines of text are
// judged by (see [flowlog.Columns]), so that the same records give the same
// windows whichever way AWS delivered them. Only the columns that davy uses are
// read; the others are neither decompressed nor judged.
//
// # Columns
//
// AWS writes the names of its fields with '_' for '-'; both are known. NULL,
// nothing and '-' alike stand for a value that is not there. Numbers may be of
// 32 or 64 bits, signed or not, or text; everything else must be text. A column
// of another type (a time, a decimal, a fraction, an account as a number, which
// has lost its zeros) is never guessed at: the file is refused with
// [flowlog.ParquetType].
//
// All encodings of numbers and strings are read, in pages of either version,
// plain or compressed by gzip, Snappy or Zstandard. Nested and repeated columns
// of other names are skipped. Encrypted files, and other compressions, are
// refused with [flowlog.UnsupportedCompression].
//
// # Why not a library
//
// Files come from outside, and libraries believe them: a list in the metadata
// that claims two thousand million elements is allocated, which ends the process
// before anything could recover. What davy needs of the format is a flat table
// of numbers and strings, read column by column. The tests hold it against files
// that a library, and another program, wrote.
//
// # Files that are not what they should be
//
// A file that contradicts itself, or claims more than a file of its size can
// hold, is refused whole with [flowlog.ParquetCorrupt]: nothing of it counts.
// Nothing is allocated for what is claimed alone: sizes are held against what
// there is and against the bounds in limits.go. A panic, which only a fault of
// this program could cause, becomes the same refusal.
//
// What is wrong is found by the checksums of pages, where the writer has left
// any; by that of gzip, which AWS uses, over the values of each page; and by
// numbers that are written twice: rows, values, sizes, types, names. What cannot
// be found: a change in a page without a checksum that is not compressed or
// compressed by Snappy, and one in the metadata that makes another sound file,
// such as two names exchanged. Who must know compares the file with a checksum
// from where it came from.
//
// The format is described in https://github.com/apache/parquet-format:
// README.md, Encodings.md, Compression.md and parquet.thrift.
package parquet

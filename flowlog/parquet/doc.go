// Package parquet reads AWS VPC Flow Logs in Parquet: AWS's own, and those of
// Amazon Security Lake, in OCSF.
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
// # OCSF
//
// Security Lake has flow logs as rows of OCSF's class network_activity, 4001, of
// the product Amazon VPC, versions 1.1 and 1.5, and 1.0 before: structs in structs.
// A file is taken for OCSF by its schema: it says the class or product of its rows,
// and has no addresses under a flow log's names. What a field is made of is in
// attributes.go; lists and maps are not read. A struct that is NULL is values that
// are not there.
//
//   - Times are cut to seconds. A number without a unit is in milliseconds, as OCSF
//     says, and one that would lie before September 2001 is in seconds by mistake:
//     the row is refused with [flowlog.TimestampUnit]. Timestamps of Parquet and
//     RFC 3339 say what they are.
//   - The interface, with its VPC, subnet and instance, is that of the destination
//     of what came in and of the source of what went out, or of the only end that has
//     one. If both have one and no direction tells, the record has none.
//   - Rows of another class or product make the file something else, and it is
//     refused with [flowlog.FormatUnknown], even if the first rows are flow logs: a
//     lake has a table for each source, and what a mixed file is nobody knows.
//
// OCSF has one address an end, that of the packet, and so both srcaddr and
// pkt-srcaddr, and both dstaddr and pkt-dstaddr, are it. What the interface itself
// saw, where it is another, is in intermediate_ips, a list. That costs the NAT
// gateway's own address, and a node's in front of its pods. Pairs are of the same
// ends, with the same counts. But nothing tells any more that the interface of a NAT
// gateway, or of something else that hands packets on, only stands for the server:
// by the direction alone, the client is the remote end there, and the server the
// local one (see "True ends" of package biflow). The client's own interface has the
// same traffic the right way round.
//
// # Why not a library
//
// Files come from outside, and libraries believe them: a list in the metadata
// that claims two thousand million elements is allocated, which ends the process
// before anything could recover. What davy needs of the format is columns of
// numbers and strings, not repeated, read one by one. The tests hold it against files
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

// Package flowlog reads AWS VPC Flow Logs.
//
// In goes the decoded text of one object (a file, an S3 object, a pipe): one
// record per line, fields separated by spaces, or by commas where the header
// line has commas. Out come [Record] values, one [Reader.Read] at a time, and
// [Stats] that account for every line. Times are epoch seconds in UTC, counts
// are IP-level packets and bytes, addresses are netip.Addr.
//
// # Which column is which
//
// A header line names the columns. It is recognised wherever it stands, so
// that concatenated objects read as if they had come one by one, and another
// header in mid-file switches the format. Columns davy does not know keep
// their position and are otherwise ignored.
//
// Without a header, [Options.Format] names the columns. Without that too, only
// the default format is known: 14 fields, the first of which is 2. Columns are
// never guessed. An object whose first lines are damaged is read all the same
// when a line of the default format stands among the first 100 lines; the
// lines before it are counted by reason. If there is none, the object is
// refused with [FormatUnknown].
//
// Transit gateway flow logs have a schema of their own. Their lines are
// recognised and counted as [TransitGateway], never taken for VPC records.
//
// Flow logs in Parquet come column by column: see [Columns], and package parquet
// beside this one, which reads the files.
//
// # What is left out, and why
//
// A line that breaks a rule is counted under its [Reason], a few of each are
// kept as samples, and all later lines are read. A whole object is refused
// with an [ObjectError] when its columns cannot be known.
//
// The format is described in "Flow log records" in the Amazon VPC user guide,
// https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html.
package flowlog

// Package envelope takes flow log lines out of what services wrap them in.
//
// In goes the decoded text of one object; out comes the text of the flow log
// lines in it, each with its newline, for a flowlog.Reader to read as if they had
// been stored that way. What the wrapping is is told by the first bytes, never by
// a name ([Kind]). Text that is wrapped in nothing is handed on as it is.
//
// # What is taken off
//
//   - The time in front of each line of an export from CloudWatch Logs to S3.
//   - JSON, one value or many, with or without newlines between them. A string
//     named message or @message holds the lines of an event. Events are values
//     themselves or stand in arrays: logEvents of a subscription's envelope, events
//     of FilterLogEvents and GetLogEvents, results of GetQueryResults. A string in
//     an array of events, as the AWS command line makes with --query, is a message.
//   - Base64 of gzip of such JSON, one a line, as Kinesis and Lambda carry it.
//   - The same, or lines, in the events that AWS Lambda is called with:
//     awslogs.data, records[].data, Records[].kinesis.data.
//   - What is missing between records of the default format that Firehose was given
//     without newlines.
//
// A message is unescaped once. Newlines in it end lines; one at its end is no line
// of its own. A control message, by which CloudWatch Logs tests a subscription, is
// skipped and counted.
//
// # What is refused
//
// The whole object, with a *[flowlog.ObjectError]: JSON that is not strict (RFC
// 8259, UTF-8), that has a name twice where it matters, or that is beyond the
// [Limits], and JSON without a single message where there are events:
// [flowlog.JSONShape]. JSON, base64 or gzip that ends early: [flowlog.Truncated].
// Gzip in base64 that is corrupt: [flowlog.Checksum], or decodes to more than the
// limit: [flowlog.Bomb]. Positions are bytes of the text, from 0.
//
// Memory is bounded by the Limits, whatever comes in: JSON is read token by token, so
// that one string of it is held at a time.
//
// The formats are described in the Amazon CloudWatch Logs user guide (subscription
// filters, export to S3) and API reference, in the AWS Lambda developer guide (events
// of Kinesis and of CloudWatch Logs) and in that of Amazon Data Firehose (data
// transformation).
package envelope

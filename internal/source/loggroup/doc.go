// Package loggroup reads flow logs that AWS delivers to CloudWatch Logs.
//
// In goes the name of a log group, "cwl:GROUP" or an ARN, and the time asked for.
// Out come [source.Object]s: each is an hour of the group, and its bytes are the
// messages of the events in that hour, a line each, as they are stored. Times are
// those of the events, in milliseconds since 1970, UTC. For a flow log that is the
// start of the record, so that each record is in one hour and in no other. AWS does
// not say so; real events that others have published do, as in the source of Graylog
// (CloudWatchLogData.java).
//
// Events come through FilterLogEvents, for the whole group or for the interfaces
// asked for, a page of at most 1 MB at a time: how many streams the group has does
// not matter. What the format of the lines is, which have no header, is known from
// DescribeFlowLogs, where that is allowed.
//
// Flow logs name their streams after interfaces, eni-…-all, -accept or -reject. If
// interfaces are asked for, only streams named so are read.
package loggroup

// Package page writes the report people read: one HTML file that holds all it
// needs and opens from disk.
//
// In go findings, the windows of their pairs and the summary of the run; out
// comes a page in which they can be searched, sorted and looked into. It loads
// nothing and sends nothing: its policy (CSP) allows its own script and style,
// by their hashes, and no other source of anything. What comes from logs is data,
// JSON that is never markup, and the script puts it on the page as text only.
//
// Bytes and packets are those of the flow log, times epoch seconds in UTC.
package page

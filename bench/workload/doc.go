// Workload writes flow logs to measure with, the same bytes each time: a fleet
// of interfaces with the traffic of servers, a few of them mining, or one
// interface that a great many addresses speak to within one window.
//
// Out comes a folder with plain/*.log or gz/*.log.gz, the default format of
// version 2 with about 50,000 records a file as AWS delivers them to S3; or,
// with -days, gz/day01 to gz/dayNN. Beside them: miners.txt, a line "interface
// address pool" for each miner, and said.json, what was written ([trial.Said]).
//
// No record crosses a multiple of 600 seconds, so that the windows of every
// interface are the clock's, and engines that know no other ones count the
// same points.
package main

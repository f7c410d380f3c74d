package main

// Help texts below the flags: examples first.

func (scanCmd) Help() string {
	return `Examples:
  davy scan AWSLogs/                  a folder, copied from the bucket
  davy scan --since 21d s3://my-flow-logs/AWSLogs/
                                      the bucket itself: three weeks of it
  davy scan --since 24h cwl:/vpc/flow-logs
                                      a log group of CloudWatch Logs
  zcat *.log.gz | davy scan -         standard input
  davy scan --format jsonl AWSLogs/ > found.jsonl
                                      one finding a line, for programs
  davy explain 3fa2c1d0 found.jsonl   why it is one, and what to do next
  davy scan --report found.html AWSLogs/
                                      a page to look at: no network needed
  davy scan --format csv AWSLogs/ > found.csv
                                      for spreadsheets
  davy scan --format asff --region eu-central-1 AWSLogs/
                                      for AWS Security Hub; ocsf for others
  davy scan x.log --format \
    'interface-id srcaddr dstaddr protocol packets bytes start end'
                                      logs that do not name their fields
  davy scan --rule article AWSLogs/   the 2019 article's own rule

Exit code 0: done. 3: done, but lines or objects were left out.
4: model refused. 10: findings, with --fail-on-findings.`
}

func (explainCmd) Help() string {
	return `Examples:
  davy scan --format jsonl AWSLogs/ > found.jsonl
  davy explain 3fa2c1d0 found.jsonl
  davy scan -q --format jsonl AWSLogs/ | davy explain 3fa2
  davy explain 3fa2c1d0 found.jsonl | less

For each piece of evidence: what it says, where the value (●) lies
between what miners and ordinary traffic show, and the threshold (┆).
Then identifiers to copy, and AWS commands that change nothing.

Exit code 0: shown. 1: no such finding, more than one, or a line that is
no finding. 2: no id of a finding.`
}

func (trainCmd) Help() string {
	return `Examples:
  davy train --labels labels.tsv -o mine.json AWSLogs/
  davy train --rule article --labels labels.tsv -o article.json AWSLogs/

Nothing is written, and the exit code is 4, if a profile cannot meet its own
threshold: then it says how many windows it would need.`
}

func (evalCmd) Help() string {
	return `Examples:
  davy eval --labels labels.tsv AWSLogs/
  davy eval --model default --labels labels.tsv AWSLogs/
  davy eval --manifest MANIFEST.tsv captures/*.600.log.gz`
}

func (plotCmd) Help() string {
	return `Examples:
  davy plot --pair 10.0.0.12::198.51.100.18 -o pair.png AWSLogs/
  davy plot --findings found.jsonl -o pictures/ AWSLogs/          one picture a finding
  davy plot --labels labels.tsv --label mining --view frames -o miners.gif AWSLogs/
  davy plot --eni eni-0123456789abcdef0 --model mine.json --zoom --scale linear -o eni.svg AWSLogs/

Exit code 0: done. 1: nothing matches. 2: too much matches for the view. 3: done,
but lines or objects were left out. 4: model refused.`
}

func (doctorCmd) Help() string {
	return `Examples:
  davy doctor AWSLogs/
  davy doctor --since 24h s3://my-flow-logs/AWSLogs/`
}

func (labCmd) Help() string {
	return `Examples:
  davy lab sample/
  davy lab --preset fleet --enis 100 --miners 5 --for 24h --seed 3 fleet/

A seed gives the same bytes always, and pools of its own: train on one seed,
judge on another.`
}

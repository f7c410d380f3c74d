package report

import (
	"davy/biflow"
	"davy/detect"
)

// miner is what the cascade says of a miner with ids as AWS gives them.
func miner() detect.Finding {
	between := func(lo, hi float64) *[2]float64 { return &[2]float64{lo, hi} }
	return detect.Finding{
		ID: "3fa2c1d0aaaa0001", Interface: "eni-0123456789abcdef0", Local: addr("10.0.0.10"), Remote: addr("198.51.100.7"), ServerPort: 3333,
		Account: "123456789012", VPC: "vpc-0a1b2c3d", Subnet: "subnet-0a1b2c3d", Instance: "i-0123456789abcdef0",
		Verdict: detect.Mining, Kind: "pool", Score: 0.981, Vote: 0.9994, Judged: 73, Rule: detect.Cascade, Profile: "coin-plain",
		First: 1740960000, Last: 1741003200, Windows: 73, Possible: 75, Unknown: 1, Clue: biflow.ByShare, Model: "abcd",
		Evidence: []detect.Evidence{
			{Filter: "vote", Value: 0.9994, Threshold: ptr(0.99), Sentence: "the trees vote 0.9994 for mining, on 73 windows of ten minutes"},
			{Filter: "occupancy", Value: 0.9865, Sentence: "traffic in 73 of the 74 windows in which the interface was watched"},
			{Filter: "drift", Value: 0.9, Weight: ptr(-1.5), Miner: between(0, 0.4), Ordinary: between(0, 1), Sentence: "change of the rate: 2.46, speaks against mining"},
			{Filter: "single", Value: 0.99, Weight: ptr(1.2), Miner: between(0.6, 1), Ordinary: between(0, 0.5), Sentence: "windows with a single connection: 99 % (miners 60 % to 100 %, ordinary traffic 0 % to 50 %), speaks for mining"},
			{Filter: "local_slope", Value: 4.25, Weight: ptr(0.7), Miner: between(4.1, 4.4), Ordinary: between(3.9, 7), Sentence: "bytes that one more local packet brings: 69.1 (miners 59.3 to 80.5, ordinary traffic 48.4 to 1100), speaks for mining"},
			{Filter: "client", Value: 1, Weight: ptr(0.1), Miner: between(1, 1), Ordinary: between(0, 1), Sentence: "the local side is the client: yes, speaks for mining"},
		},
	}
}

// seen is a miner that a gateway saw too.
func seen() detect.Finding {
	f := miner()
	f.AlsoOn = []detect.Sighting{
		{ID: "3fa2c1d0cccc0003", Interface: "eni-0fedcba9876543210", Local: addr("10.0.0.10"), Remote: addr("198.51.100.7"), Role: "NAT gateway, inner side"},
		{ID: "3fa2c1d0dddd0004", Interface: "eni-0fedcba9876543210", Local: addr("10.0.0.220"), Remote: addr("198.51.100.7"), Role: "NAT gateway, outer side, the sum of 2 machines"},
	}
	return f
}

// behind is a miner of which only what the gateway sent was found.
func behind() detect.Finding {
	f := miner()
	f.Interface, f.Local, f.Instance, f.SeenAt = "eni-0fedcba9876543210", addr("10.0.0.220"), "", "NAT gateway, outer side"
	f.Behind = "NAT gateway: the machine that mines is one of 2 behind it: 10.0.0.10, 10.0.0.11"
	return f
}

// suspect is what calibrated profiles say of a short pair, over IPv6.
func suspect() detect.Finding {
	return detect.Finding{
		ID: "3fa2c1d0bbbb0002", Interface: "eni-0123456789abcdef1", Local: addr("2001:db8:1234:5678:9abc:def0:1234:5678"), Remote: addr("2001:db8:8765:4321:9abc:def0:1234:5678"), ServerPort: 443,
		Account: "123456789012", Verdict: detect.Suspect, Score: 0.5, Rule: detect.Profiles, Profile: "coin", Kind: "pool",
		First: 1740960000, Last: 1741046400, Windows: 3, Inside: 3, Possible: 4, Clue: biflow.ByShare, Model: "abcd",
		Evidence: []detect.Evidence{
			{
				Filter: "hull", Value: 1, Threshold: ptr(0.7), Miner: &[2]float64{0.7, 1}, Ordinary: &[2]float64{0, 0.05},
				PMiner: ptr(1), POrdinary: ptr(1e-9), Sentence: "3 of 3 windows lie inside the hull of coin",
			},
			{Filter: "windows", Value: 3, Threshold: ptr(10), Sentence: "3 windows of ten minutes, too few to be sure: 10 are needed"},
		},
	}
}

// evil are strings that steer terminals, shells and spreadsheets.
var evil = []string{
	"\x1b[2J\x1b[31mred", "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\", "\x1b]0;title\a", "bell\a", "over\rwritten", "two\nlines", "back\b\b\b\b",
	"\u202egnp.exe", "\u2066isolate\u2069", "\u200bzero width", "\x9b31mC1", "\u009b31mC1", "\xff\xfe invalid", "\xc0\xaf", "nul\x00", "del\x7f",
	"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "\n=1", "＝1", `=HYPERLINK("http://evil.example","x")`,
	"'; rm -rf / #", "$(reboot)", "`reboot`", "a'b", `"quoted"`, "<script>alert(1)</script>", "|pipe|", "%s%n", "\ufeff=1", "💰",
}

// hostile is a finding with the string in every field that is one.
func hostile(s string) detect.Finding {
	f := miner()
	f.ID, f.Interface, f.Account, f.VPC, f.Subnet, f.Instance = s, s, s, s, s, s
	f.Verdict, f.Kind, f.Rule, f.Profile, f.Clue, f.Model = detect.Verdict(s), s, detect.Rule(s), s, biflow.Clue(s), s
	f.SeenAt, f.Behind, f.AlsoOn = s, s, []detect.Sighting{{ID: s, Interface: s, Local: f.Local, Remote: f.Remote, Role: s}}
	for i := range f.Evidence {
		f.Evidence[i].Filter, f.Evidence[i].Sentence = s, s
	}
	f.Names = &detect.Names{InterfaceType: s, Owner: s, Instance: s, Tags: map[string]string{s: s, "k": s}, ASN: 64500, ASName: s, Pool: s, PoolNote: s}
	f.Suppressed = &detect.Suppression{Line: 7, Reason: s, Author: s, Expires: s}
	return f
}

// named is the miner with names of both ends.
func named() detect.Finding {
	f := miner()
	f.Instance = ""
	f.Names = &detect.Names{
		InterfaceType: "interface", Owner: "instance i-0123456789abcdef0 (web-1)", Instance: "i-0123456789abcdef0",
		Tags: map[string]string{"Name": "web-1", "team": "platform", "aws:autoscaling:groupName": "web", "empty": ""},
		ASN:  64500, ASName: "EXAMPLE-POOL Pool & Sons", Pool: "Example Pool",
		PoolNote: "the remote is in your pool list as Example Pool (port 3333, from abuse desk 2026-01-31), line 4",
	}
	return f
}

// waved is a finding that is suppressed, and has no names.
func waved() detect.Finding {
	f := suspect()
	f.Suppressed = &detect.Suppression{Line: 12, Reason: "our own node, SEC-142", Author: "ana@example.com", Expires: "2026-12-31"}
	return f
}

package report

import (
	"davy/biflow"
	"davy/detect"
)

// Reasons returns the n pieces of evidence that speak most for the verdict.
// Evidence comes weightiest first; where it has weights, those that agree with
// the verdict go before what only sums them up.
func Reasons(f *detect.Finding, n int) []detect.Evidence {
	var out []detect.Evidence
	agrees := func(e *detect.Evidence) bool {
		return e.Weight != nil && (*e.Weight > 0) == accuses(f) && *e.Weight != 0
	}
	for i := range f.Evidence {
		if agrees(&f.Evidence[i]) {
			out = append(out, f.Evidence[i])
		}
	}
	for i := range f.Evidence {
		if f.Evidence[i].Weight == nil {
			out = append(out, f.Evidence[i])
		}
	}
	return out[:min(n, len(out))]
}

// style is how a verdict looks. The word says the same.
func style(v detect.Verdict) string {
	switch v {
	case detect.Mining:
		return grave
	case detect.Suspect:
		return doubt
	}
	return ""
}

// severity of a verdict: OCSF's severity_id, and its name in OCSF. An ordinary
// pair is only told of; a suspect is worth a look, a miner worth getting up for.
func severity(v detect.Verdict) (id int, name string) {
	switch v {
	case detect.Mining:
		return 4, "High"
	case detect.Suspect:
		return 3, "Medium"
	}
	return 1, "Informational"
}

// accuses tells whether the finding says that something mines, or may.
func accuses(f *detect.Finding) bool { return f.Verdict.Rank() > 0 }

// title says in a line what was found.
func title(f *detect.Finding) string {
	id := Clean(f.Interface)
	switch f.Verdict {
	case detect.Mining:
		return "Cryptocurrency mining by network interface " + id
	case detect.Suspect:
		return "Traffic like cryptocurrency mining by network interface " + id
	}
	return "No cryptocurrency mining by network interface " + id
}

// ends are the first and the last second of what the finding is about: the
// start of the first window and the end of the last.
func ends(f *detect.Finding) (first, last int64) { return f.First, f.Last + biflow.Seconds }

// towards tells which side serves, as far as the evidence has it: 1 the remote
// one (the interface calls), -1 the local one, 0 unknown.
func towards(f *detect.Finding) int {
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Filter == "client" {
			switch e.Value {
			case 1:
				return 1
			case 0:
				return -1
			}
		}
	}
	return 0
}

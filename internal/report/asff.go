package report

import (
	"fmt"
	"io"
	"maps"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"davy/detect"
)

// asffSchema is the only version of the AWS Security Finding Format.
const asffSchema = "2018-10-08"

// An asffFinding is an AwsSecurityFinding of the Security Hub API, as a custom
// integration sends it: docs.aws.amazon.com/securityhub/1.0/APIReference.
type asffFinding struct {
	SchemaVersion   string            `json:"SchemaVersion"`
	ID              string            `json:"Id"`
	ProductARN      string            `json:"ProductArn"`
	GeneratorID     string            `json:"GeneratorId"`
	AccountID       string            `json:"AwsAccountId"`
	Types           []string          `json:"Types,omitempty"`
	FirstObservedAt string            `json:"FirstObservedAt"`
	LastObservedAt  string            `json:"LastObservedAt"`
	CreatedAt       string            `json:"CreatedAt"`
	UpdatedAt       string            `json:"UpdatedAt"`
	Severity        asffSeverity      `json:"Severity"`
	Confidence      int               `json:"Confidence"`
	Title           string            `json:"Title"`
	Description     string            `json:"Description"`
	Remediation     *asffRemediation  `json:"Remediation,omitempty"`
	Network         asffNetwork       `json:"Network"`
	Resources       []asffResource    `json:"Resources"`
	Provider        asffProvider      `json:"FindingProviderFields"`
	ProductFields   map[string]string `json:"ProductFields"`
	Workflow        *asffWorkflow     `json:"Workflow,omitempty"`
	RecordState     string            `json:"RecordState"`
}

type asffWorkflow struct {
	Status string `json:"Status"`
}

type asffSeverity struct {
	Label    string `json:"Label"`
	Original string `json:"Original"`
}

type asffRemediation struct {
	Recommendation asffRecommendation `json:"Recommendation"`
}

type asffRecommendation struct {
	Text string `json:"Text"`
	URL  string `json:"Url"`
}

type asffNetwork struct {
	Direction       string `json:"Direction,omitempty"`
	Protocol        string `json:"Protocol"`
	SourceIPv4      string `json:"SourceIpV4,omitempty"`
	SourceIPv6      string `json:"SourceIpV6,omitempty"`
	SourcePort      uint16 `json:"SourcePort,omitempty"`
	DestinationIPv4 string `json:"DestinationIpV4,omitempty"`
	DestinationIPv6 string `json:"DestinationIpV6,omitempty"`
	DestinationPort uint16 `json:"DestinationPort,omitempty"`
}

type asffResource struct {
	Type      string            `json:"Type"`
	ID        string            `json:"Id"`
	Partition string            `json:"Partition"`
	Region    string            `json:"Region"`
	Tags      map[string]string `json:"Tags,omitempty"`
	Details   *asffDetails      `json:"Details,omitempty"`
}

type asffDetails struct {
	Interface *asffInterface `json:"AwsEc2NetworkInterface,omitempty"`
	Instance  *asffInstance  `json:"AwsEc2Instance,omitempty"`
}

type asffInterface struct {
	ID string `json:"NetworkInterfaceId"`
}

type asffInstance struct {
	VPC    string `json:"VpcId,omitempty"`
	Subnet string `json:"SubnetId,omitempty"`
}

type asffProvider struct {
	Severity   asffSeverity `json:"Severity"`
	Types      []string     `json:"Types,omitempty"`
	Confidence int          `json:"Confidence"`
}

// Limits of the API's reference, in characters.
const (
	mostID          = 512
	mostOriginal    = 64
	mostTitle       = 256
	mostDescription = 1024
	mostField       = 2048
	mostTags        = 50
	mostTagKey      = 128
	mostTagValue    = 256
)

// ASFF writes one finding a line, as docs/formats/asff.md has it. The format
// cannot do without a region and an account: the error says which is missing.
func ASFF(w io.Writer, findings []detect.Finding, o Origin) error {
	if !IsRegion(o.Region) {
		return fmt.Errorf("asff: findings need a region")
	}
	for i := range findings {
		if !IsAccount(o.account(findings[i].Account)) {
			return fmt.Errorf("asff: finding %s needs an account id: its logs name none", Clean(findings[i].ID))
		}
	}
	for i := range findings {
		if err := writeJSON(w, newASFF(&findings[i], &o)); err != nil {
			return err
		}
	}
	return nil
}

func newASFF(f *detect.Finding, o *Origin) *asffFinding {
	account := o.account(f.Account)
	first, last := ends(f)
	at := func(t int64) string { return time.Unix(t, 0).UTC().Format(time.RFC3339) }
	_, name := severity(f.Verdict)
	level := asffSeverity{Label: strings.ToUpper(name), Original: filled(string(f.Verdict), mostOriginal)}
	var types []string
	var remediation *asffRemediation
	if accuses(f) {
		remediation = &asffRemediation{asffRecommendation{remedy, attackURL}}
		types = []string{"Effects/Resource Consumption/Cryptocurrency Mining"}
	}
	var workflow *asffWorkflow
	if f.Suppressed != nil {
		workflow = &asffWorkflow{"SUPPRESSED"}
	}
	return &asffFinding{
		SchemaVersion: asffSchema,
		ID:            o.arn("ec2", account, "network-interface/"+filled(f.Interface, mostID/4)+"/davy/"+filled(f.ID, mostID/4)),
		ProductARN:    o.arn("securityhub", account, "product/"+account+"/default"),
		GeneratorID:   "davy/" + filled(string(f.Rule), mostID/4),
		AccountID:     account,
		Types:         types,
		// Security Hub takes a finding for news of an earlier one with the same
		// id if UpdatedAt is later: with more of the log, it is.
		FirstObservedAt: at(first), LastObservedAt: at(last), CreatedAt: at(first), UpdatedAt: at(last),
		Severity: level, Confidence: percentOf(f.Score),
		Title: atMost(title(f), mostTitle), Description: atMost(describe(f), mostDescription),
		Remediation: remediation, Network: asffNetworkOf(f), Resources: asffResources(f, o, account),
		Provider:      asffProvider{level, types, percentOf(f.Score)},
		ProductFields: asffFields(f, o), Workflow: workflow, RecordState: "ACTIVE",
	}
}

func asffNetworkOf(f *detect.Finding) asffNetwork {
	n := asffNetwork{Protocol: "TCP"}
	put := func(a netip.Addr, v4, v6 *string) {
		if a.Is4() {
			*v4 = a.String()
		} else {
			*v6 = a.String()
		}
	}
	put(f.Local, &n.SourceIPv4, &n.SourceIPv6)
	put(f.Remote, &n.DestinationIPv4, &n.DestinationIPv6)
	switch towards(f) {
	case 1:
		n.Direction, n.DestinationPort = "OUT", f.ServerPort
	case -1:
		n.Direction, n.SourcePort = "IN", f.ServerPort
	}
	return n
}

func asffResources(f *detect.Finding, o *Origin, account string) []asffResource {
	r := asffResource{Type: "Other", ID: filled(f.Interface, mostID), Partition: o.partition(), Region: o.Region, Tags: asffTags(namesOf(f))}
	if eniID.MatchString(f.Interface) {
		r.Type, r.ID = "AwsEc2NetworkInterface", o.arn("ec2", account, "network-interface/"+f.Interface)
		r.Details = &asffDetails{Interface: &asffInterface{f.Interface}}
	}
	out := []asffResource{r}
	if instance := Instance(f); instanceID.MatchString(instance) {
		r.Type, r.ID, r.Tags = "AwsEc2Instance", o.arn("ec2", account, "instance/"+instance), nil
		r.Details = &asffDetails{Instance: &asffInstance{Clean(f.VPC), Clean(f.Subnet)}}
		out = append(out, r)
	}
	return out
}

// asffTags are the tags that the format takes: fifty with a value, none of AWS'
// own prefix.
func asffTags(n *detect.Names) map[string]string {
	tags := make(map[string]string)
	for _, key := range slices.Sorted(maps.Keys(n.Tags)) {
		value := n.Tags[key]
		if strings.HasPrefix(strings.ToLower(key), "aws:") || strings.TrimSpace(key) == "" || strings.TrimSpace(value) == "" {
			continue
		}
		if tags[atMost(Clean(key), mostTagKey)] = atMost(Clean(value), mostTagValue); len(tags) == mostTags {
			break
		}
	}
	return tags
}

// asffFields are what the format has no place for. Empty ones are left out,
// which the format does not allow.
func asffFields(f *detect.Finding, o *Origin) map[string]string {
	fields := map[string]string{
		"davy/Version": o.Version, "davy/FindingId": f.ID, "davy/Verdict": string(f.Verdict), "davy/Kind": f.Kind,
		"davy/Score": strconv.FormatFloat(f.Score, 'g', -1, 64), "davy/Rule": string(f.Rule), "davy/Profile": f.Profile, "davy/Model": f.Model,
		"davy/Windows": strconv.Itoa(f.Windows), "davy/WindowsPossible": strconv.Itoa(f.Possible), "davy/WindowsUnknown": strconv.Itoa(f.Unknown),
	}
	if f.ServerPort > 0 {
		fields["davy/ServerPort"] = strconv.Itoa(int(f.ServerPort))
	}
	if accuses(f) {
		fields["attack/Tactic"] = attackTacticID + " " + attackTactic
		fields["attack/Technique"] = attackTechniqueID + " " + attackTechnique
	}
	n := namesOf(f)
	fields["davy/InterfaceType"], fields["davy/Owner"], fields["davy/RemoteAS"] = n.InterfaceType, n.Owner, system(n)
	fields["davy/RemotePool"], fields["davy/Suppressed"] = n.PoolNote, Suppressed(f)
	for i, e := range Reasons(f, 5) {
		fields[fmt.Sprintf("davy/Reason%d", i+1)] = e.Sentence
	}
	fields["davy/SeenAt"], fields["davy/Behind"], fields["davy/AlsoOn"] = f.SeenAt, f.Behind, strings.Join(sightings(f), "; ")
	for name, value := range fields {
		if fields[name] = atMost(Clean(value), mostField); strings.TrimSpace(value) == "" {
			delete(fields, name)
		}
	}
	return fields
}

// filled is a text that is there: the format allows no blank ones.
func filled(s string, most int) string {
	if strings.TrimSpace(s) == "" {
		return "unknown"
	}
	return atMost(Clean(s), most)
}

// atMost cuts a text to n characters, and shows that it did.
func atMost(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

package enrich

import (
	"cmp"
	"net/netip"
	"regexp"
	"strings"
)

// Ids as AWS gives them. Nothing else is asked for: in a filter of the API '*'
// and '?' stand for any text.
var (
	eniID      = regexp.MustCompile(`\Aeni-[0-9a-f]{8,17}\z`)
	instanceID = regexp.MustCompile(`\Ai-[0-9a-f]{8,17}\z`)
	natID      = regexp.MustCompile(`\Anat-[0-9a-f]{8,17}\z`)
)

// Descriptions that services of AWS give to interfaces they make. They are no
// documented contract; where none fits, the description itself is shown.
var (
	natText    = regexp.MustCompile(`\AInterface for NAT Gateway (nat-[0-9a-f]{8,17})\z`)
	nodeText   = regexp.MustCompile(`\Aaws-K8S-(i-[0-9a-f]{8,17})\z`)
	lambdaText = regexp.MustCompile(`\AAWS Lambda VPC ENI-(.+?)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z`)
	taskText   = regexp.MustCompile(`\Aarn:aws[a-z-]*:ecs:[a-z0-9-]+:[0-9]+:attachment/`)
	made       = []struct {
		text *regexp.Regexp
		is   string
	}{
		{regexp.MustCompile(`\AELB app/([^/]+)/`), "application load balancer "},
		{regexp.MustCompile(`\AELB net/([^/]+)/`), "network load balancer "},
		{regexp.MustCompile(`\AELB gwy/([^/]+)/`), "gateway load balancer "},
		{regexp.MustCompile(`\AELB (.+)\z`), "classic load balancer "},
		{regexp.MustCompile(`\AVPC Endpoint Interface (vpce-[0-9a-f]+)`), "VPC endpoint "},
		{regexp.MustCompile(`\ANetwork Interface for Transit Gateway Attachment (tgw-attach-[0-9a-f]+)`), "transit gateway attachment "},
		{regexp.MustCompile(`\AAmazon EKS (.+)\z`), "EKS control plane of cluster "},
		{regexp.MustCompile(`\AEFS mount target for (fs-[0-9a-f]+)`), "EFS mount target of "},
	}
)

// Owner says in words whose the interface is, where the local address is that of
// a finding: "instance i-… (web-1)", "EKS pod address on node i-…", "NAT gateway nat-…".
func (i *Interface) Owner(local netip.Addr) string {
	text := i.owner(local)
	if i.Gone != "" {
		text += ", gone since " + i.Gone
	}
	return text
}

func (i *Interface) owner(local netip.Addr) string {
	switch {
	case i.NAT != nil:
		return i.NAT.words("NAT gateway ")
	case i.Type == "nat_gateway":
		return "NAT gateway"
	}
	for _, m := range made {
		if found := m.text.FindStringSubmatch(i.Description); found != nil {
			return m.is + found[1]
		}
	}
	switch {
	case lambdaText.MatchString(i.Description):
		// Functions of the same subnet and security groups share it.
		return "Lambda, made for function " + lambdaText.FindStringSubmatch(i.Description)[1]
	case taskText.MatchString(i.Description) || i.Tags["aws:ecs:clusterName"] != "":
		return i.task()
	case i.Description == "aws-k8s-branch-eni" || i.Type == "branch":
		return "EKS pod with an interface of its own" + named(i.Tags)
	case i.node():
		return i.pod(local)
	case i.Instance != nil:
		return i.Instance.words("instance ")
	case i.Description == "RDSNetworkInterface":
		return "RDS"
	case i.Managed:
		return "a service of AWS: " + cmp.Or(i.Description, i.Type, "no description")
	}
	return "interface of no instance" + described(cmp.Or(i.Tags["Name"], i.Description))
}

// node tells whether pods of EKS have addresses of the interface. The first
// interface of a node has no description that says so: then its instance does.
func (i *Interface) node() bool {
	if i.Instance == nil {
		return false
	}
	if nodeText.MatchString(i.Description) || i.Tags["node.k8s.amazonaws.com/instance_id"] != "" {
		return true
	}
	for key := range i.Instance.Tags {
		if key == "eks:cluster-name" || key == "aws:eks:cluster-name" || strings.HasPrefix(key, "kubernetes.io/cluster/") {
			return true
		}
	}
	return false
}

func (i *Interface) pod(local netip.Addr) string {
	switch {
	case i.primary(local):
		return i.Instance.words("EKS node ")
	case i.has(local):
		return i.Instance.words("EKS pod address on node ")
	}
	return i.Instance.words("EKS node ") + ", which does not have the address any more"
}

func (i *Interface) task() string {
	text := "ECS task"
	if s := i.Tags["aws:ecs:serviceName"]; s != "" {
		text += " of service " + s
	}
	if c := i.Tags["aws:ecs:clusterName"]; c != "" {
		text += " in cluster " + c
	}
	return text
}

// words names a resource: its id, its tag Name, and its state if that is not what
// it should be.
func (r *Resource) words(is string) string {
	text := is + r.ID + named(r.Tags)
	switch r.State {
	case "", "running", "available":
		return text
	}
	return text + ", " + r.State
}

func named(tags map[string]string) string { return described(tags["Name"]) }

func described(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return " (" + s + ")"
}

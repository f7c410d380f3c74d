package report

import (
	"fmt"
	"net/netip"
	"regexp"
	"strings"

	"davy/detect"
)

// Ids that AWS gives. Nothing else is ever put into a command.
var (
	eniID      = regexp.MustCompile(`\Aeni-[0-9a-f]{8,17}\z`)
	instanceID = regexp.MustCompile(`\Ai-[0-9a-f]{8,17}\z`)
	accountID  = regexp.MustCompile(`\A[0-9]{12}\z`)
)

// A step is something to do, and the command that does it.
type step struct{ what, command string }

// steps are what to do about a finding, with the AWS command line. All of them
// only read.
func steps(f *detect.Finding) []step {
	var out []step
	if eniID.MatchString(f.Interface) {
		out = append(out,
			step{"The interface: its description, owner, instance, groups and tags", "aws ec2 describe-network-interfaces --network-interface-ids " + quote(f.Interface)},
			step{"The instance behind it: launch time, image, key, role and tags", "aws ec2 describe-instances --filters " + quote("Name=network-interface.network-interface-id,Values="+f.Interface)},
			step{"Who made the interface: API calls of the last 90 days that name it", lookUp(f.Interface)},
		)
	} else if filter := addressFilter(f.Local); filter != "" {
		out = append(out, step{"The interface, by its address (its id is none that AWS gives)", "aws ec2 describe-network-interfaces --filters " + quote(filter)})
	}
	if filter := addressFilter(f.Local); filter != "" && f.SeenAt != "" && f.Behind == "" && eniID.MatchString(f.Interface) {
		out = append(out, step{"The machine's own interface, by its address: this one only hands its traffic on", "aws ec2 describe-network-interfaces --filters " + quote(filter)})
	}
	if instance := Instance(f); instanceID.MatchString(instance) {
		out = append(out, step{"Who launched the instance: API calls of the last 90 days that name it", lookUp(instance)})
	}
	if filter := peerFilter(f.Remote); filter != "" {
		out = append(out, step{"Whether the peer is an interface of yours", "aws ec2 describe-network-interfaces --filters " + quote(filter)})
	}
	return out
}

func lookUp(id string) string {
	return "aws cloudtrail lookup-events --lookup-attributes " + quote("AttributeKey=ResourceName,AttributeValue="+id)
}

// addressFilter selects interfaces that have the address, "" for none.
func addressFilter(a netip.Addr) string {
	switch {
	case !plainAddr(a):
		return ""
	case a.Is4():
		return "Name=addresses.private-ip-address,Values=" + a.String()
	}
	return "Name=ipv6-addresses.ipv6-address,Values=" + a.String()
}

// peerFilter selects interfaces that the peer's address, public or private,
// leads to.
func peerFilter(a netip.Addr) string {
	if plainAddr(a) && a.Is4() && !a.IsPrivate() {
		return "Name=association.public-ip,Values=" + a.String()
	}
	return addressFilter(a)
}

// plainAddr tells whether an address is only digits, colons and dots: a zone
// may hold anything.
func plainAddr(a netip.Addr) bool { return a.IsValid() && a.Zone() == "" }

// quote makes one word of a shell's command line of s, whatever it holds.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// next writes the steps. Commands are never broken: they are there to be copied.
func (v View) next(b *strings.Builder, f *detect.Finding) {
	b.WriteString("\n" + v.paint(strong, "What to do next") + "\n")
	where := "the account"
	if accountID.MatchString(f.Account) {
		where = "account " + f.Account
	}
	v.item(b, "  ", "With credentials of "+where+", in the interface's region. These commands change nothing:")
	for i, s := range steps(f) {
		b.WriteString("\n")
		v.item(b, fmt.Sprintf("  %d. ", i+1), s.what)
		b.WriteString("     " + s.command + "\n")
	}
	b.WriteString("\n")
	v.item(b, "  ", "If it is a miner: find how it got there before you stop the instance, since memory and processes are gone then. MITRE ATT&CK T1496, Resource Hijacking: https://attack.mitre.org/techniques/T1496/")
}

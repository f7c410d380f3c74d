package attribute

import (
	"fmt"
	"strings"
)

// services are the types of interfaces that hand on traffic of others, as EC2's
// DescribeNetworkInterfaces names them, in words.
var services = map[string]string{
	"nat_gateway":                    natGateway,
	"regional_nat_gateway":           natGateway,
	"transit_gateway":                "transit gateway attachment",
	"load_balancer":                  "load balancer",
	"network_load_balancer":          "network load balancer",
	"gateway_load_balancer":          "gateway load balancer",
	"gateway_load_balancer_endpoint": "gateway load balancer endpoint",
	"vpc_endpoint":                   "VPC endpoint",
}

const natGateway = "NAT gateway"

// service is what the type of the interface says, "" if it is not known or no service.
func (n *node) service() string {
	if n.Names == nil {
		return ""
	}
	return services[n.Names.InterfaceType]
}

// outer tells that the interface translates, and this is its outer side.
func (n *node) outer() bool {
	return n.speaks() && (len(n.clients) > 0 || n.service() == natGateway)
}

// place says what the interface is, "" if it is local's own.
func (n *node) place() string {
	switch {
	case n.outer():
		return n.what() + ", outer side"
	case n.hands() && (n.translates || n.service() == natGateway):
		return n.what() + ", inner side"
	case n.onTheWay() || n.service() != "":
		return n.what()
	}
	return ""
}

// what names an interface that hands on traffic.
func (n *node) what() string {
	translates := n.translates || len(n.clients) > 0
	switch {
	case n.service() != "":
		return n.service()
	case translates && n.managed:
		return natGateway
	case translates && n.Instance != "":
		return "NAT instance"
	case translates:
		return "NAT gateway or instance"
	case n.managed:
		return "AWS's interface on the way"
	case n.Instance != "":
		return "instance on the way"
	}
	return "interface on the way"
}

// role says what the interface is to a finding that is nearer to the machine.
func (n *node) role(root *node) string {
	place, swapped := n.place(), n.Local == root.Remote
	switch {
	case place == "" && (swapped || n.guess() > root.guess()):
		return "the peer's own"
	case place == "": // an interface with no other pair does not tell which end it is
		return "the peer's own, or the machine's"
	case swapped:
		return place + ", at the peer's end"
	case n.outer() && len(n.clients) > 1:
		return fmt.Sprintf("%s, the sum of %d machines", place, len(n.clients))
	}
	return place
}

// behind says where the machine that mines is, if local only stands for it.
func (n *node) behind() string {
	if !n.outer() {
		return ""
	}
	what := n.what()
	if n.Names != nil && strings.HasPrefix(n.Names.Owner, natGateway) { // with its id
		what = n.Names.Owner
	}
	const few = 5
	switch k := len(n.clients); {
	case k == 0:
		return what + ": the machine that mines is behind it"
	case k == 1:
		return fmt.Sprintf("%s: the machine that mines is %s, behind it", what, n.clients[0])
	case k > few:
		return fmt.Sprintf("%s: the machine that mines is one of %d behind it: %s, …", what, k, list(n.clients[:few]))
	default:
		return fmt.Sprintf("%s: the machine that mines is one of %d behind it: %s", what, k, list(n.clients))
	}
}

func list[T fmt.Stringer](all []T) string {
	texts := make([]string, len(all))
	for i := range all {
		texts[i] = all[i].String()
	}
	return strings.Join(texts, ", ")
}

package parquet

import (
	"slices"
	"strings"

	"davy/flowlog"
)

// Words of a flow log.
const (
	ingress, egress = "ingress", "egress"
	accept, reject  = "ACCEPT", "REJECT"
)

// captions are what OCSF calls them. Others stay as they are: some writers leave
// the flow log's own.
var captions = map[string][]byte{
	"Inbound": []byte(ingress), "Outbound": []byte(egress),
	"Allowed": []byte(accept), "Denied": []byte(reject), "Blocked": []byte(reject),
	"Unknown": []byte("-"), "Other": []byte("-"),
}

// other is the number of OCSF's word for what it has no word for.
const other = 99

// A reading is how a field is made of what is at the paths of an attribute.
type reading int

const (
	asWritten reading = iota
	asTime
	asWord // by caption, or as number 1 or 2
	atEnd  // of the endpoint at the destination, then at the source
)

// An attribute is what OCSF has for a field, or for two.
type attribute struct {
	fields  []flowlog.Field
	reading reading
	paths   []string
}

// attributes are those of versions 1.1 and 1.5, and what 1.0 had in their place.
// Of several paths, the first that has a value in a row counts.
//
// Source: "VPC Flowlogs" for 1.1.0 and 1.5.0, mappings/markdown/AWS of
// ocsf/examples, and class network_activity of https://schema.ocsf.io.
var attributes = []attribute{
	{of(flowlog.Version), asWritten, []string{"metadata.product.version"}},
	{of(flowlog.AccountID), asWritten, []string{"cloud.account.uid", "cloud.account_uid"}},
	{of(flowlog.SrcAddr, flowlog.PktSrcAddr), asWritten, []string{"src_endpoint.ip"}},
	{of(flowlog.DstAddr, flowlog.PktDstAddr), asWritten, []string{"dst_endpoint.ip"}},
	{of(flowlog.SrcPort), asWritten, []string{"src_endpoint.port"}},
	{of(flowlog.DstPort), asWritten, []string{"dst_endpoint.port"}},
	{of(flowlog.Protocol), asWritten, []string{"connection_info.protocol_num"}},
	{of(flowlog.Packets), asWritten, []string{"traffic.packets"}},
	{of(flowlog.Bytes), asWritten, []string{"traffic.bytes"}},
	{of(flowlog.Start), asTime, []string{"start_time", "start_time_dt", "time", "time_dt"}},
	{of(flowlog.End), asTime, []string{"end_time", "end_time_dt"}},
	{of(flowlog.TCPFlags), asWritten, []string{"connection_info.tcp_flags"}},
	{of(flowlog.LogStatus), asWritten, []string{"status_code"}},
	{of(flowlog.ActionField), asWord, []string{"action_id", "action", "disposition_id", "disposition"}},
	{of(flowlog.FlowDirection), asWord, []string{"connection_info.direction_id", "connection_info.direction"}},
	{of(flowlog.InterfaceID), atEnd, []string{"dst_endpoint.interface_uid", "src_endpoint.interface_uid"}},
	{of(flowlog.VPCID), atEnd, []string{"dst_endpoint.vpc_uid", "src_endpoint.vpc_uid"}},
	{of(flowlog.SubnetID), atEnd, []string{"dst_endpoint.subnet_uid", "src_endpoint.subnet_uid"}},
	{of(flowlog.InstanceID), atEnd, []string{"dst_endpoint.instance_uid", "src_endpoint.instance_uid"}},
	{of(flowlog.Region), asWritten, []string{"cloud.region"}},
}

// fits says what is wrong with the type of a leaf of the attribute, or "".
func (a *attribute) fits(l *leaf) string {
	switch a.reading {
	case asTime:
		return l.isTime()
	case asWord:
		return l.kind
	}
	return l.holds(a.fields[0])
}

func of(fields ...flowlog.Field) []flowlog.Field { return fields }

// isOCSF tells whether a schema is OCSF's: it says of which class or product its
// rows are, and has no addresses of a flow log.
func isOCSF(leaves []leaf) bool {
	flat := func(l leaf) bool {
		f := flowlog.FieldNamed(l.path[0])
		return f == flowlog.SrcAddr || f == flowlog.DstAddr || f == flowlog.InterfaceID
	}
	return !slices.ContainsFunc(leaves, flat) && slices.ContainsFunc(leaves, func(l leaf) bool {
		return l.at(pathOf(classUID)) || l.at(pathOf("metadata.product")) || l.at(pathOf("metadata.version"))
	})
}

func pathOf(attribute string) []string { return strings.Split(attribute, ".") }

// find returns the leaf of an attribute, or -1.
func find(leaves []leaf, attribute string) (int, error) {
	path, found := pathOf(attribute), -1
	for i := range leaves {
		l := &leaves[i]
		switch {
		case !l.at(path):
		case len(l.path) > len(path) || l.repeated:
			return -1, wrongType(attribute, "nested or repeated")
		case found >= 0:
			return -1, &flowlog.ObjectError{Reason: flowlog.HeaderDuplicate, Detail: attribute + ": named twice"}
		default:
			found = i
		}
	}
	return found, nil
}

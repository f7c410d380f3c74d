package flowlog

import "strings"

// A Field is one of the named columns of an AWS VPC or transit gateway flow log.
//
// Source of the names: "Flow log records" in the Amazon VPC user guide
// (versions 2 to 11) and "Transit Gateway Flow Logs" (version 6).
type Field uint8

// The fields. Unknown is any column whose name davy does not know: its position is kept, its values are ignored.
const (
	Unknown Field = iota
	Version
	AccountID
	InterfaceID
	SrcAddr
	DstAddr
	SrcPort
	DstPort
	Protocol
	Packets
	Bytes
	Start
	End
	ActionField
	LogStatus
	// version 3
	VPCID
	SubnetID
	InstanceID
	TCPFlags
	Type
	PktSrcAddr
	PktDstAddr
	// version 4
	Region
	AZID
	SublocationType
	SublocationID
	// version 5
	PktSrcAWSService
	PktDstAWSService
	FlowDirection
	TrafficPath
	// version 7
	ECSClusterARN
	ECSClusterName
	ECSContainerInstanceARN
	ECSContainerInstanceID
	ECSContainerID
	ECSSecondContainerID
	ECSServiceName
	ECSTaskDefinitionARN
	ECSTaskARN
	ECSTaskID
	// version 8 to 10
	RejectReason
	ResourceID
	EncryptionStatus
	// version 11
	InstanceTag
	InstanceTag2
	InterfaceTag
	InterfaceTag2
	ASGTag
	ASGTag2
	InterfaceType
	NextHopInterfaceID
	NextHopSubnetID
	NextHopAZID
	NextHopVPCID
	NextHopInterfaceType
	// transit gateway (version 6): a schema of its own, recognised and never parsed as VPC records
	ResourceType
	TGWID
	TGWAttachmentID
	TGWOther

	numFields
)

var fieldNames = [numFields]string{
	Version: "version", AccountID: "account-id", InterfaceID: "interface-id",
	SrcAddr: "srcaddr", DstAddr: "dstaddr", SrcPort: "srcport", DstPort: "dstport",
	Protocol: "protocol", Packets: "packets", Bytes: "bytes", Start: "start", End: "end",
	ActionField: "action", LogStatus: "log-status",
	VPCID: "vpc-id", SubnetID: "subnet-id", InstanceID: "instance-id", TCPFlags: "tcp-flags",
	Type: "type", PktSrcAddr: "pkt-srcaddr", PktDstAddr: "pkt-dstaddr",
	Region: "region", AZID: "az-id", SublocationType: "sublocation-type", SublocationID: "sublocation-id",
	PktSrcAWSService: "pkt-src-aws-service", PktDstAWSService: "pkt-dst-aws-service",
	FlowDirection: "flow-direction", TrafficPath: "traffic-path",
	ECSClusterARN: "ecs-cluster-arn", ECSClusterName: "ecs-cluster-name",
	ECSContainerInstanceARN: "ecs-container-instance-arn", ECSContainerInstanceID: "ecs-container-instance-id",
	ECSContainerID: "ecs-container-id", ECSSecondContainerID: "ecs-second-container-id",
	ECSServiceName: "ecs-service-name", ECSTaskDefinitionARN: "ecs-task-definition-arn",
	ECSTaskARN: "ecs-task-arn", ECSTaskID: "ecs-task-id",
	RejectReason: "reject-reason", ResourceID: "resource-id", EncryptionStatus: "encryption-status",
	InstanceTag: "instance-tag", InstanceTag2: "instance-tag-2",
	InterfaceTag: "interface-tag", InterfaceTag2: "interface-tag-2",
	ASGTag: "asg-tag", ASGTag2: "asg-tag-2", InterfaceType: "interface-type",
	NextHopInterfaceID: "next-hop-interface-id", NextHopSubnetID: "next-hop-subnet-id",
	NextHopAZID: "next-hop-az-id", NextHopVPCID: "next-hop-vpc-id", NextHopInterfaceType: "next-hop-interface-type",
	ResourceType: "resource-type", TGWID: "tgw-id", TGWAttachmentID: "tgw-attachment-id",
}

var fieldByName = func() map[string]Field {
	m := make(map[string]Field, numFields)
	for f, name := range fieldNames {
		if name != "" {
			m[name] = Field(f)
		}
	}
	return m
}()

// FieldNamed returns the field with the given name. AWS's Parquet spelling,
// with '_' for '-', is accepted. Names davy does not know give Unknown.
func FieldNamed(name string) Field {
	name = strings.ReplaceAll(name, "_", "-")
	if f, ok := fieldByName[name]; ok {
		return f
	}
	if strings.HasPrefix(name, "tgw-") || strings.HasPrefix(name, "packets-lost-") {
		return TGWOther
	}
	return Unknown
}

// String returns AWS's name of the field.
func (f Field) String() string {
	if f < numFields && fieldNames[f] != "" {
		return fieldNames[f]
	}
	return "unknown"
}

// A FieldSet is a set of fields. The zero value is empty.
type FieldSet [2]uint64

// Fields returns the set of the given fields.
func Fields(fields ...Field) FieldSet {
	var s FieldSet
	for _, f := range fields {
		s.Add(f)
	}
	return s
}

// Add puts f in the set.
func (s *FieldSet) Add(f Field) { s[f>>6] |= 1 << (f & 63) }

// Has tells whether f is in the set.
func (s FieldSet) Has(f Field) bool { return s[f>>6]&(1<<(f&63)) != 0 }

// Minus returns the fields of s that are not in t.
func (s FieldSet) Minus(t FieldSet) FieldSet { return FieldSet{s[0] &^ t[0], s[1] &^ t[1]} }

// List returns the fields in AWS's order.
func (s FieldSet) List() []Field {
	var fields []Field
	for f := range numFields {
		if s.Has(f) {
			fields = append(fields, f)
		}
	}
	return fields
}

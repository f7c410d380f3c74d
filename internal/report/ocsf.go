package report

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"strings"

	"davy/detect"
)

// ocsfSchema is the version of OCSF that events are written for.
const ocsfSchema = "1.2.0"

// An ocsfEvent is a Detection Finding (class 2004) of OCSF, with the profile
// cloud: schema.ocsf.io/1.2.0/classes/detection_finding. What is required there
// is never empty here. Times are milliseconds since 1970.
type ocsfEvent struct {
	ActivityID      int              `json:"activity_id"`
	ActivityName    string           `json:"activity_name"`
	CategoryUID     int              `json:"category_uid"`
	CategoryName    string           `json:"category_name"`
	ClassUID        int              `json:"class_uid"`
	ClassName       string           `json:"class_name"`
	TypeUID         int              `json:"type_uid"`
	TypeName        string           `json:"type_name"`
	Time            int64            `json:"time"`
	StartTime       int64            `json:"start_time"`
	EndTime         int64            `json:"end_time"`
	SeverityID      int              `json:"severity_id"`
	Severity        string           `json:"severity"`
	ConfidenceScore int              `json:"confidence_score"`
	StatusID        int              `json:"status_id,omitempty"`
	Status          string           `json:"status,omitempty"`
	Comment         string           `json:"comment,omitempty"`
	Message         string           `json:"message"`
	Metadata        ocsfMetadata     `json:"metadata"`
	Cloud           ocsfCloud        `json:"cloud"`
	Finding         ocsfFinding      `json:"finding_info"`
	Evidences       []ocsfEvidence   `json:"evidences"`
	Resources       []ocsfResource   `json:"resources"`
	Observables     []ocsfObservable `json:"observables"`
	Remediation     *ocsfText        `json:"remediation,omitempty"`
}

type ocsfMetadata struct {
	Version     string      `json:"version"`
	Product     ocsfProduct `json:"product"`
	Profiles    []string    `json:"profiles"`
	UID         string      `json:"uid"`
	LogName     string      `json:"log_name"`
	LogProvider string      `json:"log_provider"`
}

type ocsfProduct struct {
	Name    string `json:"name"`
	Vendor  string `json:"vendor_name"`
	Version string `json:"version,omitempty"`
}

type ocsfCloud struct {
	Provider string       `json:"provider"`
	Region   string       `json:"region,omitempty"`
	Account  *ocsfAccount `json:"account,omitempty"`
}

type ocsfAccount struct {
	UID    string `json:"uid"`
	TypeID int    `json:"type_id"`
	Type   string `json:"type"`
}

type ocsfFinding struct {
	UID       string       `json:"uid"`
	Title     string       `json:"title"`
	Desc      string       `json:"desc"`
	Types     []string     `json:"types,omitempty"`
	FirstSeen int64        `json:"first_seen_time"`
	LastSeen  int64        `json:"last_seen_time"`
	Analytic  ocsfAnalytic `json:"analytic"`
	Attacks   []ocsfAttack `json:"attacks,omitempty"`
}

type ocsfAnalytic struct {
	Name    string `json:"name"`
	UID     string `json:"uid"`
	Version string `json:"version,omitempty"` // digest of the model
	TypeID  int    `json:"type_id"`
	Type    string `json:"type"`
}

type ocsfAttack struct {
	Tactic    ocsfNamed `json:"tactic"`
	Technique ocsfNamed `json:"technique"`
}

type ocsfNamed struct {
	Name string `json:"name"`
	UID  string `json:"uid"`
	URL  string `json:"src_url,omitempty"`
}

type ocsfEvidence struct {
	Src        ocsfEndpoint    `json:"src_endpoint"`
	Dst        ocsfEndpoint    `json:"dst_endpoint"`
	Connection ocsfConnection  `json:"connection_info"`
	Data       *detect.Finding `json:"data"` // the finding as docs/formats/finding.md has it
}

type ocsfEndpoint struct {
	IP        string      `json:"ip"`
	Port      uint16      `json:"port,omitempty"`
	Interface string      `json:"interface_uid,omitempty"`
	Instance  string      `json:"instance_uid,omitempty"`
	VPC       string      `json:"vpc_uid,omitempty"`
	Subnet    string      `json:"subnet_uid,omitempty"`
	System    *ocsfSystem `json:"autonomous_system,omitempty"`
}

type ocsfSystem struct {
	Number uint32 `json:"number"`
	Name   string `json:"name,omitempty"`
}

type ocsfConnection struct {
	DirectionID  int    `json:"direction_id"`
	Direction    string `json:"direction"`
	ProtocolName string `json:"protocol_name"`
	ProtocolNum  int    `json:"protocol_num"`
}

type ocsfResource struct {
	UID       string   `json:"uid"`
	Name      string   `json:"name,omitempty"`
	Type      string   `json:"type"`
	Labels    []string `json:"labels,omitempty"`
	Region    string   `json:"region,omitempty"`
	Partition string   `json:"cloud_partition,omitempty"`
}

type ocsfObservable struct {
	Name   string `json:"name"`
	TypeID int    `json:"type_id"`
	Type   string `json:"type"`
	Value  string `json:"value"`
}

type ocsfText struct {
	Desc string `json:"desc"`
}

// OCSF writes one Detection Finding a line, as docs/formats/ocsf.md has it.
func OCSF(w io.Writer, findings []detect.Finding, o Origin) error {
	for i := range findings {
		if err := writeJSON(w, newOCSF(&findings[i], &o)); err != nil {
			return err
		}
	}
	return nil
}

func newOCSF(f *detect.Finding, o *Origin) *ocsfEvent {
	first, last := ends(f)
	id, name := severity(f.Verdict)
	e := &ocsfEvent{
		ActivityID: 1, ActivityName: "Create", CategoryUID: 2, CategoryName: "Findings",
		ClassUID: 2004, ClassName: "Detection Finding", TypeUID: 200401, TypeName: "Detection Finding: Create",
		Time: 1000 * last, StartTime: 1000 * first, EndTime: 1000 * last,
		SeverityID: id, Severity: name, ConfidenceScore: percentOf(f.Score), Message: describe(f),
		Metadata: ocsfMetadata{
			Version: ocsfSchema, Product: ocsfProduct{"davy", "davy", o.Version}, Profiles: []string{"cloud"},
			UID: f.ID, LogName: "VPC Flow Logs", LogProvider: "Amazon VPC",
		},
		Cloud: ocsfCloud{Provider: "AWS", Region: o.Region},
		Finding: ocsfFinding{
			UID: f.ID, Title: title(f), Desc: describe(f), FirstSeen: 1000 * first, LastSeen: 1000 * last,
			Analytic: ocsfAnalytic{Name: "davy, rule " + Clean(string(f.Rule)), UID: Clean(string(f.Rule)), Version: f.Model, TypeID: 2, Type: "Behavioral"},
		},
		Evidences: []ocsfEvidence{ocsfEvidenceOf(f)},
		Resources: []ocsfResource{{UID: f.Interface, Name: Clean(namesOf(f).Owner), Type: "AWS::EC2::NetworkInterface", Labels: labels(namesOf(f)), Region: o.Region, Partition: o.partition()}},
		Observables: []ocsfObservable{
			{"evidences[0].src_endpoint.ip", 2, "IP Address", f.Local.String()},
			{"evidences[0].dst_endpoint.ip", 2, "IP Address", f.Remote.String()},
			{"resources[0].uid", 10, "Resource UID", f.Interface},
		},
	}
	if account := o.account(f.Account); account != "" {
		e.Cloud.Account = &ocsfAccount{UID: account, TypeID: 10, Type: "AWS Account"}
	}
	if f.Suppressed != nil {
		e.StatusID, e.Status, e.Comment = 3, "Suppressed", Suppressed(f)
	}
	if instance := Instance(f); instance != "" {
		e.Resources = append(e.Resources, ocsfResource{UID: instance, Type: "AWS::EC2::Instance", Region: o.Region, Partition: o.partition()})
		e.Observables = append(e.Observables, ocsfObservable{"resources[1].uid", 10, "Resource UID", instance})
	}
	if accuses(f) {
		e.Remediation = &ocsfText{remedy}
		e.Finding.Types = []string{"Cryptocurrency mining"}
		e.Finding.Attacks = []ocsfAttack{{ocsfNamed{attackTactic, attackTacticID, ""}, ocsfNamed{attackTechnique, attackTechniqueID, attackURL}}}
	}
	return e
}

func ocsfEvidenceOf(f *detect.Finding) ocsfEvidence {
	e := ocsfEvidence{
		Src:        ocsfEndpoint{IP: f.Local.String(), Interface: f.Interface, Instance: Instance(f), VPC: f.VPC, Subnet: f.Subnet},
		Dst:        ocsfEndpoint{IP: f.Remote.String()},
		Connection: ocsfConnection{0, "Unknown", "tcp", 6},
		Data:       f,
	}
	if n := namesOf(f); n.ASN > 0 {
		e.Dst.System = &ocsfSystem{n.ASN, Clean(n.ASName)}
	}
	switch towards(f) {
	case 1:
		e.Connection.DirectionID, e.Connection.Direction, e.Dst.Port = 2, "Outbound", f.ServerPort
	case -1:
		e.Connection.DirectionID, e.Connection.Direction, e.Src.Port = 1, "Inbound", f.ServerPort
	}
	return e
}

// describe says in a few sentences what was found and why.
func describe(f *detect.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s with %s, %s (%s), score %.3f.", title(f), Clean(f.Local.String()), Clean(endpoint(f.Remote, f.ServerPort)),
		Clean(string(f.Verdict)), cmp.Or(Clean(f.Kind), "kind unknown"), f.Score)
	for _, e := range Reasons(f, shownReasons) {
		b.WriteString(" " + Clean(e.Sentence) + ".")
	}
	for _, line := range Elsewhere(f, shownSightings) {
		b.WriteString(" " + Clean(line) + ".")
	}
	return b.String()
}

// percentOf is a share as an integer from 0 to 100.
func percentOf(share float64) int { return int(math.Round(100 * min(1, max(0, share)))) }

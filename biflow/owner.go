package biflow

import "davy/flowlog"

// Owner names the resources an interface belongs to, as far as the format
// tells; "" is unknown. Where records differ, the least name stands for them:
// any order gives the same.
type Owner struct {
	Account  string
	VPC      string
	Subnet   string
	Instance string

	column bool // a format has instance-id, so that no Instance means "-"
}

// Managed tells that the interface is one of AWS's own services, as far as that can be
// known: the format has instance-id, and no record an instance ("Available fields",
// Amazon VPC User Guide: "-" for a requester-managed network interface). So are those
// of NAT gateways, transit gateways and load balancers, and of containers and
// functions without an instance.
func (o *Owner) Managed() bool { return o.column && o.Instance == "" }

// note takes in what a record says of the owner. Column tells that its format has
// instance-id.
func (o *Owner) note(rec *flowlog.Record, column bool) {
	noteName(&o.Account, rec, flowlog.AccountID)
	noteName(&o.VPC, rec, flowlog.VPCID)
	noteName(&o.Subnet, rec, flowlog.SubnetID)
	noteName(&o.Instance, rec, flowlog.InstanceID)
	o.column = o.column || column
}

func noteName(name *string, rec *flowlog.Record, f flowlog.Field) {
	if !rec.Has.Has(f) {
		return
	}
	if text, ok := rec.Text(f); ok && string(text) != *name {
		least(name, string(text))
	}
}

func (o *Owner) merge(p Owner) {
	least(&o.Account, p.Account)
	least(&o.VPC, p.VPC)
	least(&o.Subnet, p.Subnet)
	least(&o.Instance, p.Instance)
	o.column = o.column || p.column
}

// least keeps the lesser of two names, of which "" is none.
func least(name *string, other string) {
	if other != "" && (*name == "" || other < *name) {
		*name = other
	}
}

package loggroup

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/arn"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"davy/internal/source"
)

// describeTimeout ends the wait for what is good to know but can be done without:
// where the network has a way to CloudWatch Logs, it need not have one to EC2.
const describeTimeout = 20 * time.Second

// An origin is what is known of the flow logs that write to a group.
type origin struct {
	format string // of the lines, "" if not known
	place  source.Place
}

// origin asks which flow logs write to a group. That it cannot be told is a note; an
// error is one of the context.
func (c *Client) origin(ctx context.Context, g group) (origin, error) {
	o := origin{place: source.Place{Account: g.account, Region: g.region, FlowLog: scheme + g.name}}
	logs, err := c.flowLogs(ctx, g)
	switch {
	case ctx.Err() != nil:
		return o, ctx.Err()
	case err != nil && denied(err):
		c.note(g.String() + ": the format of its lines is not known, since ec2:DescribeFlowLogs is not allowed")
		return o, nil
	case err != nil:
		c.note(fmt.Sprintf("%s: the format of its lines is not known, since ec2:DescribeFlowLogs failed: %v", g, short(err)))
		return o, nil
	case len(logs) == 0:
		c.note(g.String() + ": the format of its lines is not known, since no flow log of this account and region writes to it now")
		return o, nil
	}
	var ids, formats []string
	for _, l := range logs {
		ids, formats = append(ids, aws.ToString(l.FlowLogId)), append(formats, aws.ToString(l.LogFormat))
	}
	slices.Sort(ids)
	slices.Sort(formats)
	if formats = slices.Compact(formats); len(formats) == 1 {
		o.format = formats[0]
	}
	if len(logs) == 1 {
		o.place.FlowLog = ids[0]
		if o.place.Account == "" {
			o.place.Account = owner(logs[0])
		}
		return o, nil
	}
	text := fmt.Sprintf("%s: %d flow logs write to it (%s); what two of them have seen counts twice", g, len(ids), strings.Join(ids, ", "))
	if len(formats) > 1 {
		text += fmt.Sprintf("; they write %d formats, so that of a line is not known", len(formats))
	}
	c.note(text)
	return o, nil
}

// flowLogs are those that write to the group, as far as these credentials can see.
func (c *Client) flowLogs(ctx context.Context, g group) ([]types.FlowLog, error) {
	ctx, cancel := context.WithTimeout(ctx, describeTimeout)
	defer cancel()
	var logs []types.FlowLog
	pages := ec2.NewDescribeFlowLogsPaginator(c.ec2, &ec2.DescribeFlowLogsInput{
		Filter: []types.Filter{{Name: aws.String("log-group-name"), Values: []string{g.name}}},
	}, func(o *ec2.DescribeFlowLogsPaginatorOptions) { o.StopOnDuplicateToken = true })
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx, func(o *ec2.Options) { o.Region = g.region })
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, fmt.Errorf("no answer for %v", describeTimeout)
		}
		if err != nil {
			return nil, err
		}
		for _, l := range page.FlowLogs {
			if writesTo(l, g) {
				logs = append(logs, l)
			}
		}
	}
	return logs, nil
}

// writesTo tells whether a flow log writes to this group, not to one of that name in
// another account.
func writesTo(l types.FlowLog, g group) bool {
	to, err := arn.Parse(aws.ToString(l.LogDestination))
	return err != nil || g.account == "" || to.AccountID == g.account
}

// owner is the account of a flow log: that of the role it writes with, since roles
// can only be passed on within an account.
func owner(l types.FlowLog) string {
	role, err := arn.Parse(aws.ToString(l.DeliverLogsPermissionArn))
	if err != nil {
		return ""
	}
	return role.AccountID
}

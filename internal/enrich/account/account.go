// Package account asks an AWS account whose its network interfaces are.
//
// In go ids of interfaces, instances and NAT gateways; out comes what EC2 says of
// them, by three operations that only read. docs/iam/enrich.json is the policy that
// allows them, and them only.
package account

import (
	"context"
	"errors"
	"net/netip"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"davy/internal/enrich"
)

// attempts at one request: AWS throttles those of an account together, and others
// of it may be at work.
const attempts = 8

// New asks with a configuration's credentials in its region.
func New(cfg aws.Config, options ...func(*ec2.Options)) *enrich.Account {
	patient := func(o *ec2.Options) {
		o.Retryer = retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts = attempts })
	}
	return &enrich.Account{Asker: &asker{ec2.NewFromConfig(cfg, append([]func(*ec2.Options){patient}, options...)...)}, Region: cfg.Region}
}

// What one request may take: names in a filter and results of a page, as the API's
// reference has them; the time for a page, all attempts together.
const (
	batch   = 200
	page    = 1000
	timeout = 2 * time.Minute
)

// api is what is called of EC2.
type api interface {
	ec2.DescribeNetworkInterfacesAPIClient
	ec2.DescribeInstancesAPIClient
	ec2.DescribeNatGatewaysAPIClient
}

// An asker asks EC2: it is an [enrich.Asker].
type asker struct{ api api }

func (a *asker) Interfaces(ctx context.Context, ids []string) (found []*enrich.Interface, answered []string, err error) {
	answered, err = batches("DescribeNetworkInterfaces", "network-interface-id", ids, func(filter []types.Filter) error {
		p := ec2.NewDescribeNetworkInterfacesPaginator(a.api, &ec2.DescribeNetworkInterfacesInput{Filters: filter, MaxResults: aws.Int32(page)})
		return pages(ctx, p, func(out *ec2.DescribeNetworkInterfacesOutput) {
			for i := range out.NetworkInterfaces {
				found = append(found, newInterface(&out.NetworkInterfaces[i]))
			}
		})
	})
	return found, answered, err
}

func (a *asker) Instances(ctx context.Context, ids []string) (found []*enrich.Resource, answered []string, err error) {
	answered, err = batches("DescribeInstances", "instance-id", ids, func(filter []types.Filter) error {
		p := ec2.NewDescribeInstancesPaginator(a.api, &ec2.DescribeInstancesInput{Filters: filter, MaxResults: aws.Int32(page)})
		return pages(ctx, p, func(out *ec2.DescribeInstancesOutput) {
			for _, r := range out.Reservations {
				for i := range r.Instances {
					one := &r.Instances[i]
					state := ""
					if one.State != nil {
						state = string(one.State.Name)
					}
					found = append(found, &enrich.Resource{ID: aws.ToString(one.InstanceId), State: state, Tags: tags(one.Tags)})
				}
			}
		})
	})
	return found, answered, err
}

func (a *asker) Gateways(ctx context.Context, ids []string) (found []*enrich.Resource, answered []string, err error) {
	answered, err = batches("DescribeNatGateways", "nat-gateway-id", ids, func(filter []types.Filter) error {
		p := ec2.NewDescribeNatGatewaysPaginator(a.api, &ec2.DescribeNatGatewaysInput{Filter: filter, MaxResults: aws.Int32(page)})
		return pages(ctx, p, func(out *ec2.DescribeNatGatewaysOutput) {
			for i := range out.NatGateways {
				one := &out.NatGateways[i]
				found = append(found, &enrich.Resource{ID: aws.ToString(one.NatGatewayId), State: string(one.State), Tags: tags(one.Tags)})
			}
		})
	})
	return found, answered, err
}

// batches asks for so many ids at a time, until that fails; it returns the ids that
// were answered for. Ids are values of a filter: one that AWS does not know is
// missing in the answer, where as an argument it would be an error for all.
func batches(operation, filter string, ids []string, ask func([]types.Filter) error) (answered []string, err error) {
	for part := range slices.Chunk(ids, batch) {
		if err := ask([]types.Filter{{Name: aws.String(filter), Values: part}}); err != nil {
			return answered, refusal(operation, err)
		}
		answered = append(answered, part...)
	}
	return answered, nil
}

// pages calls each for all pages of an answer.
func pages[T any](ctx context.Context, p interface {
	HasMorePages() bool
	NextPage(context.Context, ...func(*ec2.Options)) (T, error)
}, each func(T),
) error {
	for p.HasMorePages() {
		one, cancel := context.WithTimeout(ctx, timeout)
		out, err := p.NextPage(one)
		cancel()
		if err != nil {
			return err
		}
		each(out)
	}
	return nil
}

// denied are codes by which the EC2 API refuses credentials
// (docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html).
var denied = map[string]bool{
	"UnauthorizedOperation": true, "AccessDenied": true, "AccessDeniedException": true, "AuthFailure": true, "Blocked": true, "OptInRequired": true,
	"InvalidClientTokenId": true, "ExpiredToken": true, "ExpiredTokenException": true, "RequestExpired": true, "SignatureDoesNotMatch": true,
}

func refusal(operation string, err error) error {
	r := &enrich.Refusal{Operation: "ec2:" + operation, Err: err}
	var known smithy.APIError
	if errors.As(err, &known) {
		r.Code, r.Message, r.Denied = known.ErrorCode(), known.ErrorMessage(), denied[known.ErrorCode()]
	}
	return r
}

// newInterface keeps what names need of AWS' word on an interface.
func newInterface(n *types.NetworkInterface) *enrich.Interface {
	i := &enrich.Interface{
		ID: aws.ToString(n.NetworkInterfaceId), Account: aws.ToString(n.OwnerId), Type: string(n.InterfaceType),
		Description: aws.ToString(n.Description), Managed: aws.ToBool(n.RequesterManaged), Tags: tags(n.TagSet),
	}
	if n.Attachment != nil && n.Attachment.InstanceId != nil {
		i.Instance = &enrich.Resource{ID: *n.Attachment.InstanceId}
	}
	address := func(s *string) {
		if a, err := netip.ParseAddr(aws.ToString(s)); err == nil {
			i.Addresses = append(i.Addresses, a)
		}
	}
	prefix := func(s *string) {
		if p, err := netip.ParsePrefix(aws.ToString(s)); err == nil {
			i.Prefixes = append(i.Prefixes, p)
		}
	}
	address(n.PrivateIpAddress) // the primary one is first
	for _, a := range n.PrivateIpAddresses {
		address(a.PrivateIpAddress)
	}
	for _, a := range n.Ipv6Addresses {
		address(a.Ipv6Address)
	}
	for _, p := range n.Ipv4Prefixes {
		prefix(p.Ipv4Prefix)
	}
	for _, p := range n.Ipv6Prefixes {
		prefix(p.Ipv6Prefix)
	}
	return i
}

func tags(list []types.Tag) map[string]string {
	out := make(map[string]string, len(list))
	for _, t := range list {
		out[aws.ToString(t.Key)] = aws.ToString(t.Value)
	}
	return out
}

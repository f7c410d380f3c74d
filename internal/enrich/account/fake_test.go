package account

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"davy/detect"
	"davy/internal/enrich"
)

// A fake speaks the Query API of EC2, version 2016-11-15: forms in, XML out.
type fake struct {
	t      *testing.T
	url    string
	policy []string // actions that docs/iam/enrich.json allows; any other fails the test

	mu         sync.Mutex
	interfaces map[string]*xmlInterface
	instances  map[string]*xmlResource
	gateways   map[string]*xmlResource
	pages      int               // items on a page, 0: as many as asked for
	deny       map[string]string // code by action
	throttle   map[string]int    // requests of an action still to be refused
	asked      []request
}

type request struct {
	action string
	ids    []string
	token  string
}

type xmlTag struct {
	Key   string `xml:"key"`
	Value string `xml:"value"`
}

type xmlInterface struct {
	ID          string        `xml:"networkInterfaceId"`
	Owner       string        `xml:"ownerId,omitempty"`
	Type        string        `xml:"interfaceType"`
	Description string        `xml:"description"`
	Managed     bool          `xml:"requesterManaged"`
	Status      string        `xml:"status"`
	Primary     string        `xml:"privateIpAddress,omitempty"`
	Addresses   []xmlAddress  `xml:"privateIpAddressesSet>item"`
	V6          []xmlAddress6 `xml:"ipv6AddressesSet>item"`
	Prefixes    []xmlPrefix   `xml:"ipv4PrefixSet>item"`
	Prefixes6   []xmlPrefix6  `xml:"ipv6PrefixSet>item"`
	Attachment  *xmlAttach    `xml:"attachment"`
	Tags        []xmlTag      `xml:"tagSet>item"`
}

type (
	xmlAddress struct {
		IP string `xml:"privateIpAddress"`
	}
	xmlAddress6 struct {
		IP string `xml:"ipv6Address"`
	}
	xmlPrefix struct {
		Prefix string `xml:"ipv4Prefix"`
	}
	xmlPrefix6 struct {
		Prefix string `xml:"ipv6Prefix"`
	}
	xmlAttach struct {
		ID       string `xml:"attachmentId"`
		Instance string `xml:"instanceId,omitempty"`
	}
	xmlState struct {
		Name string `xml:"name"`
	}
	xmlResource struct {
		Instance string    `xml:"instanceId,omitempty"`
		Gateway  string    `xml:"natGatewayId,omitempty"`
		State    *xmlState `xml:"instanceState"`
		NATState string    `xml:"state,omitempty"`
		Tags     []xmlTag  `xml:"tagSet>item"`
	}
)

func newFake(t *testing.T) *fake {
	f := &fake{
		t: t, policy: policy(t), deny: make(map[string]string), throttle: make(map[string]int),
		interfaces: make(map[string]*xmlInterface), instances: make(map[string]*xmlResource), gateways: make(map[string]*xmlResource),
	}
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	f.url = server.URL
	return f
}

// policy are the actions of docs/iam/enrich.json.
func policy(t *testing.T) (actions []string) {
	t.Helper()
	text, err := os.ReadFile("../../../docs/iam/enrich.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Version   string
		Statement []struct {
			Sid, Effect, Resource string
			Action                []string
		}
	}
	if err := json.Unmarshal(text, &doc); err != nil || doc.Version != "2012-10-17" {
		t.Fatalf("%v, version %q", err, doc.Version)
	}
	for _, s := range doc.Statement {
		if s.Effect != "Allow" {
			t.Fatalf("effect %q", s.Effect)
		}
		actions = append(actions, s.Action...)
	}
	return actions
}

// at returns where to ask, in a region, without waiting between attempts.
func (f *fake) at(region string) *enrich.Account {
	cfg := aws.Config{Region: region, Credentials: credentials.NewStaticCredentialsProvider("AKIDEXAMPLE", "secret", ""), BaseEndpoint: aws.String(f.url)}
	return New(cfg, func(o *ec2.Options) {
		o.Retryer = retry.NewStandard(func(o *retry.StandardOptions) {
			o.MaxAttempts = attempts
			o.RateLimiter = ratelimit.None
			o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
		})
	})
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := r.ParseForm(); err != nil {
		f.t.Error(err)
	}
	action := r.PostForm.Get("Action")
	if !slices.Contains(f.policy, "ec2:"+action) || r.PostForm.Get("Version") != "2016-11-15" {
		f.t.Errorf("asked for %q of version %q, which the policy does not allow", action, r.PostForm.Get("Version"))
	}
	names := filter(r.PostForm)
	q := request{action: action, ids: names, token: r.PostForm.Get("NextToken")}
	f.asked = append(f.asked, q)
	if len(names) > 200 {
		f.refuse(w, http.StatusBadRequest, "FilterLimitExceeded", "at most 200 filter values")
		return
	}
	if code := f.deny[action]; code != "" {
		f.refuse(w, http.StatusForbidden, code, "You are not authorized to perform this operation. Encoded authorization failure message: "+strings.Repeat("x", 3000))
		return
	}
	if f.throttle[action] > 0 {
		f.throttle[action]--
		f.refuse(w, http.StatusServiceUnavailable, "RequestLimitExceeded", "Request limit exceeded.")
		return
	}
	switch action {
	case "DescribeNetworkInterfaces":
		items, token := pageOf(f, f.interfaces, q)
		f.answer(w, struct {
			XMLName xml.Name        `xml:"DescribeNetworkInterfacesResponse"`
			Items   []*xmlInterface `xml:"networkInterfaceSet>item"`
			Token   string          `xml:"nextToken,omitempty"`
		}{Items: items, Token: token})
	case "DescribeInstances":
		items, token := pageOf(f, f.instances, q)
		type reservation struct {
			Items []*xmlResource `xml:"instancesSet>item"`
		}
		f.answer(w, struct {
			XMLName xml.Name      `xml:"DescribeInstancesResponse"`
			Sets    []reservation `xml:"reservationSet>item"`
			Token   string        `xml:"nextToken,omitempty"`
		}{Sets: []reservation{{items}}, Token: token})
	case "DescribeNatGateways":
		items, token := pageOf(f, f.gateways, q)
		f.answer(w, struct {
			XMLName xml.Name       `xml:"DescribeNatGatewaysResponse"`
			Items   []*xmlResource `xml:"natGatewaySet>item"`
			Token   string         `xml:"nextToken,omitempty"`
		}{Items: items, Token: token})
	}
}

// filter returns the values of the one filter of a request.
func filter(form map[string][]string) (values []string) {
	for key, v := range form {
		if strings.HasPrefix(key, "Filter.1.Value.") {
			values = append(values, v...)
		}
	}
	sort.Strings(values)
	return values
}

// pageOf returns a page of the items whose ids a filter's values match, as AWS
// does: with '*' and '?'.
func pageOf[T any](f *fake, all map[string]T, q request) (items []T, token string) {
	var ids []string
	for id := range all {
		for _, pattern := range q.ids {
			if ok, _ := path.Match(pattern, id); ok {
				ids = append(ids, id)
				break
			}
		}
	}
	sort.Strings(ids)
	start, _ := slices.BinarySearch(ids, q.token)
	ids = ids[start:]
	if f.pages > 0 && len(ids) > f.pages {
		ids, token = ids[:f.pages], ids[f.pages]
	}
	for _, id := range ids {
		items = append(items, all[id])
	}
	return items, token
}

func (f *fake) answer(w io.Writer, x any) {
	text, err := xml.Marshal(x)
	if err != nil {
		f.t.Error(err)
	}
	_, _ = w.Write(text) // where the connection breaks, the SDK asks again
}

func (f *fake) refuse(w http.ResponseWriter, status int, code, message string) {
	w.WriteHeader(status)
	fmt.Fprintf(w, "<Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>1</RequestID></Response>", code, message)
}

// actions are the operations asked for, once each, in order.
func (f *fake) actions() (out []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, q := range f.asked {
		out = append(out, "ec2:"+q.action)
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// add adds an interface with an address, attached to an instance if there is one.
func (f *fake) add(id, kind, description, address, instance string, tags ...xmlTag) *xmlInterface {
	i := &xmlInterface{ID: id, Owner: "123456789012", Type: kind, Description: description, Status: "in-use", Primary: address, Addresses: []xmlAddress{{address}}, Tags: tags}
	if instance != "" {
		i.Attachment = &xmlAttach{"eni-attach-1", instance}
	}
	f.interfaces[id] = i
	return i
}

func (f *fake) instance(id, state string, tags ...xmlTag) {
	f.instances[id] = &xmlResource{Instance: id, State: &xmlState{state}, Tags: tags}
}

// eni is the n-th id of an interface.
func eni(n int) string { return fmt.Sprintf("eni-%017x", n) }

// on are findings on interfaces, of one local address.
func on(local string, ids ...string) (all []detect.Finding) {
	for i, id := range ids {
		all = append(all, detect.Finding{
			ID: fmt.Sprintf("%016x", i), Interface: id, Local: netip.MustParseAddr(local), Remote: netip.MustParseAddr("198.51.100.7"), ServerPort: 3333,
			Verdict: detect.Mining, Kind: "pool", Score: 0.9,
		})
	}
	return all
}

var day1 = time.Date(2026, 6, 15, 13, 45, 12, 345, time.UTC)

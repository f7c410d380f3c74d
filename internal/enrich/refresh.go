package enrich

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"davy/detect"
)

// An Account is where to ask: one region, as one account's credentials see it.
type Account struct {
	Asker
	Region string
	ID     string // of the account, "" if unknown
}

// An Asker asks AWS for resources by id. It returns those found and the ids that
// were answered for, found or not; an error, which is a *[Refusal], is of all
// others. It ends soon after the context does.
type Asker interface {
	Interfaces(ctx context.Context, ids []string) (found []*Interface, answered []string, err error)
	Instances(ctx context.Context, ids []string) (found []*Resource, answered []string, err error)
	Gateways(ctx context.Context, ids []string) (found []*Resource, answered []string, err error)
}

// A Refusal is a question without an answer.
type Refusal struct {
	Operation     string // as policies have it: "ec2:DescribeInstances"
	Code, Message string // AWS' own, if it said anything
	Denied        bool   // the credentials may not ask
	Err           error
}

func (e *Refusal) Error() string { return e.Operation + ": " + e.Err.Error() }

func (e *Refusal) Unwrap() error { return e.Err }

// fresh is how long AWS' word on an interface is not asked for again.
const fresh = 24 * time.Hour

// Refresh asks AWS for the interfaces of findings that the cache does not know,
// or has not asked for in a day. now is the time of the run.
//
// What AWS does not know any more stays in the cache, marked as gone. Where AWS
// cannot be asked, or does not let these credentials ask, a note says so, and the
// cache is what it was. The error is only that of the context, if it has ended.
func (c *Cache) Refresh(ctx context.Context, a *Account, findings []detect.Finding, now time.Time) (notes []string, err error) {
	now = now.UTC().Truncate(time.Second)
	ids, odd := c.stale(findings, now)
	r := &refresh{cache: c, account: a, now: now}
	if odd > 0 {
		r.note("%s with an id that is none of AWS: not asked for", count(odd, "interface"))
	}
	if len(ids) > 0 {
		r.ask(ctx, ids)
	}
	if err := ctx.Err(); err != nil {
		return r.notes, err
	}
	c.shrink(r)
	return r.notes, nil
}

// stale returns the ids to ask for, in order, and how many cannot be asked for.
func (c *Cache) stale(findings []detect.Finding, now time.Time) (ids []string, odd int) {
	seen := make(map[string]bool)
	for i := range findings {
		seen[findings[i].Interface] = true
	}
	for _, id := range slices.Sorted(maps.Keys(seen)) {
		switch known := c.interfaces[id]; {
		case !eniID.MatchString(id):
			odd++
		case known == nil || known.Asked.After(now) || now.Sub(known.Asked) >= fresh:
			ids = append(ids, id)
		}
	}
	return ids, odd
}

// A refresh is one round of questions.
type refresh struct {
	cache   *Cache
	account *Account
	now     time.Time
	notes   []string
}

func (r *refresh) note(format string, args ...any) {
	r.notes = append(r.notes, "names: "+fmt.Sprintf(format, args...))
}

func (r *refresh) ask(ctx context.Context, ids []string) {
	wanted := make(map[string]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	found := make(map[string]*Interface)
	got, answered, err := r.account.Interfaces(ctx, ids)
	for _, i := range got {
		if wanted[i.ID] {
			i.settle(r.account.Region, r.now)
			found[i.ID] = i
		}
	}
	r.failed(err)
	r.missing(answered, found)
	r.resources(ctx, r.account.Instances, found, func(i *Interface) **Resource { return &i.Instance })
	r.resources(ctx, r.account.Gateways, found, func(i *Interface) **Resource { return &i.NAT })
	maps.Copy(r.cache.interfaces, found)
}

// missing marks what AWS was asked for and does not know. That says something only
// where it knew it: in the same region, to the same account.
func (r *refresh) missing(answered []string, found map[string]*Interface) {
	account := r.account.ID
	for _, i := range found {
		account = cmp.Or(account, i.Account)
	}
	var unknown []string
	for _, id := range answered {
		if found[id] != nil {
			continue
		}
		known := r.cache.interfaces[id]
		if known == nil || known.Region != r.account.Region || account != "" && known.Account != "" && known.Account != account {
			unknown = append(unknown, id)
			continue
		}
		known.Asked = r.now
		known.Gone = cmp.Or(known.Gone, r.now.Format(time.DateOnly))
	}
	if len(unknown) > 0 {
		r.note("AWS does not know %s in %s with these credentials: %s", count(len(unknown), "interface"), r.region(), some(unknown))
	}
}

// resources asks for what interfaces belong to. Where there is no answer, what the
// cache says of it stays, and the interface is asked for again next time.
func (r *refresh) resources(ctx context.Context, ask func(context.Context, []string) ([]*Resource, []string, error), found map[string]*Interface, of func(*Interface) **Resource) {
	unanswered := make(map[string]bool)
	for _, i := range found {
		if p := *of(i); p != nil {
			unanswered[p.ID] = true
		}
	}
	if len(unanswered) == 0 {
		return
	}
	got, answered, err := ask(ctx, slices.Sorted(maps.Keys(unanswered)))
	r.failed(err)
	known := make(map[string]*Resource)
	for _, x := range got {
		known[x.ID] = &Resource{x.ID, short(x.State), bounded(x.Tags)}
	}
	for _, id := range answered {
		delete(unanswered, id)
	}
	for id, i := range found {
		p := of(i)
		switch old := r.cache.interfaces[id]; {
		case *p == nil:
		case known[(*p).ID] != nil:
			*p = known[(*p).ID]
		case unanswered[(*p).ID]:
			i.Asked = time.Time{}
			if old != nil && *of(old) != nil && (*of(old)).ID == (*p).ID {
				*p = *of(old)
			}
		}
	}
}

// failed notes why a question had no answer, or not all of one.
func (r *refresh) failed(err error) {
	var refusal *Refusal
	switch {
	case err == nil:
	case !errors.As(err, &refusal):
		r.note("AWS did not answer in %s, some names are missing: %s", r.region(), brief(err.Error()))
	case refusal.Denied:
		r.note("these credentials may not call %s in %s (%s): some names are missing; docs/iam/enrich.json is a policy that allows it", refusal.Operation, r.region(), refusal.Code)
	case refusal.Code != "":
		r.note("%s failed in %s, some names are missing: %s: %s", refusal.Operation, r.region(), refusal.Code, brief(refusal.Message))
	default:
		r.note("%s failed in %s, some names are missing: %s", refusal.Operation, r.region(), brief(refusal.Err.Error()))
	}
}

func (r *refresh) region() string { return cmp.Or(r.account.Region, "no region") }

// shrink lets go of those asked for longest ago where the cache is too large.
func (c *Cache) shrink(r *refresh) {
	over := len(c.interfaces) - mostInterfaces
	if over <= 0 {
		return
	}
	ids := slices.SortedFunc(maps.Keys(c.interfaces), func(a, b string) int {
		return cmp.Or(c.interfaces[a].Fetched.Compare(c.interfaces[b].Fetched), cmp.Compare(a, b))
	})
	for _, id := range ids[:over] {
		delete(c.interfaces, id)
	}
	r.note("the cache holds %d interfaces at most: %d of those fetched longest ago left it", mostInterfaces, over)
}

// brief is an error's text in a line or two: those of AWS can have kilobytes.
func brief(s string) string {
	const most = 300
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// some names the first few.
func some(ids []string) string {
	const most = 3
	if len(ids) > most {
		return strings.Join(ids[:most], ", ") + ", …"
	}
	return strings.Join(ids, ", ")
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

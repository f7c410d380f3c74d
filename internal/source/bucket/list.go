package bucket

import (
	"context"
	"regexp"
	"strings"

	"davy/internal/source"
)

// List lists what a URL names: "s3://bucket" all of it, "s3://bucket/prefix" every
// object whose key begins so, "s3://bucket/key" the one with that very key, if there
// is one, whatever the filter says. It asks the service when it is ranged over, and each time anew. At most
// two pages of 1,000 keys are in memory. Objects are named "s3://bucket/key" and
// come in the order of their keys.
//
// Folder markers, keys that end in '/' without content, are no objects. What has to
// be restored from an archive comes as a *[flowlog.ObjectError] of the reason
// Archived, beside an Object that says its name and size. An error that ends the
// listing is a *[ListError], or the context's. That of List is for what is no URL
// of a bucket.
func (c *Client) List(ctx context.Context, url string) (source.Listing, error) {
	bucket, prefix, err := split(url)
	if err != nil {
		return nil, err
	}
	return func(yield func(source.Object, error) bool) {
		l := &listing{client: c, ctx: ctx, url: url, bucket: bucket, prefix: prefix, yield: yield}
		l.queue = &queue{ctx: ctx, opened: -1, end: 1 << 62}
		defer func() { c.ahead.stop(l.queue, l.given) }()
		if f := &c.opts.Filter; f.Since.IsZero() && f.Until.IsZero() && len(f.Accounts) == 0 && len(f.Regions) == 0 {
			l.flat(prefix, "")
		} else {
			l.walk(prefix)
		}
	}, nil
}

// A listing is one run of it. Its methods are false when there is nothing to go on with.
type listing struct {
	client              *Client
	ctx                 context.Context
	url, bucket, prefix string
	yield               func(source.Object, error) bool
	queue               *queue
	last                *item // the one made last
	made, given         int64 // items
	before              string

	folders, useless int // that were looked into, and those of them in which there was nothing to leave out
}

// flat lists all keys below a prefix that are greater than a name.
func (l *listing) flat(prefix, after string) bool {
	for p, err := range l.client.pages(l.ctx, l.bucket, prefix, "", after) {
		if err != nil {
			return l.fail(err)
		}
		if !l.give(p.entries) {
			return false
		}
	}
	return true
}

// walk goes from folder to folder, as long as that leaves something out.
func (l *listing) walk(prefix string) bool {
	l.folders++
	l.useless++
	useful := false
	for p, err := range l.client.pages(l.ctx, l.bucket, prefix, "/", "") {
		if err != nil {
			return l.fail(err)
		}
		for _, e := range p.entries {
			switch {
			case !e.folder:
				if !l.give([]entry{e}) {
					return false
				}
				continue
			case !l.client.wants.Enters(e.name):
				l.client.outside.Add(1)
			case daily.MatchString(e.name):
				if !l.flat(e.name, "") {
					return false
				}
			case l.vain() && !p.next.mixed:
				l.flat(l.prefix, e.name)
				return false
			default:
				if !l.walk(e.name) {
					return false
				}
				continue
			}
			if !useful {
				useful = true
				l.useless--
			}
		}
	}
	return true
}

// daily are prefixes below which all is of one day: YYYY/MM/DD/, as AWS writes them,
// year=YYYY/month=MM/day=DD/ and eventDay=YYYYMMDD/.
var daily = regexp.MustCompile(`(^|/)(year=)?\d{4}/(month=)?\d{2}/(day=)?\d{2}/|(^|/)\w*([Dd]ay|[Dd]ate|dt)=\d{4}-?\d{2}-?\d{2}/`)

// vain tells whether to go from folder to folder costs more than it saves: there are
// a great many, and almost none says what may be left out. A request for a folder is one
// for a thousand keys otherwise. What is listed is the same either way.
func (l *listing) vain() bool {
	const many = 1000
	return l.useless > many && l.useless > l.folders*9/10
}

// give gives the objects among entries that are wanted.
func (l *listing) give(entries []entry) bool {
	items := make([]*item, 0, len(entries))
	var fresh []*item // that can be fetched ahead
	alone := false    // the very key that was asked for
	for _, e := range entries {
		alone = e.name == l.prefix && !strings.HasSuffix(e.name, "/")
		if !l.skips(&e, alone) {
			it := &item{version: version{l.bucket, e.name, e.etag, e.size}, archived: e.archived, queue: l.queue, index: l.made}
			items = append(items, it)
			if e.archived == "" {
				l.made++
				fresh = append(fresh, it)
			}
		}
		if alone {
			break
		}
	}
	l.client.ahead.link(l.client, l.last, fresh)
	if len(fresh) > 0 {
		l.last = fresh[len(fresh)-1]
	}
	for _, it := range items {
		if l.ctx.Err() != nil {
			return l.fail(l.ctx.Err())
		}
		if it.archived != "" {
			if !l.yield(source.Object{Name: it.name(), Size: it.size, Place: source.PlaceOf(it.key)}, archived(it.name(), it.archived)) {
				return false
			}
			continue
		}
		l.given = it.index + 1
		if !l.yield(l.client.object(it), nil) {
			return false
		}
	}
	return !alone
}

// skips tells whether an entry is no object, one that came just before, or one that
// is not wanted, unless it was asked for by its very key.
func (l *listing) skips(e *entry, alone bool) bool {
	marker := e.size == 0 && strings.HasSuffix(e.name, "/")
	again := e.name == l.before
	l.before = e.name
	if marker || again || e.name == "" {
		return true
	}
	if !alone && l.client.wants.Skips(source.PlaceOf(e.name)) {
		l.client.outside.Add(1)
		return true
	}
	return false
}

// fail gives the error that ends the listing.
func (l *listing) fail(err error) bool {
	if l.ctx.Err() != nil {
		err = context.Cause(l.ctx)
	} else {
		err = listError(l.url, l.bucket, err)
	}
	l.yield(source.Object{}, err)
	return false
}

package bucket

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// An entry is what a listing names: an object, or a folder, which is what keys have
// in common up to a '/'.
type entry struct {
	name     string
	folder   bool
	size     int64
	etag     string
	archived string // the storage class, if it has to be restored first
}

// A place to go on from.
type cursor struct {
	token string // as the service gave it
	last  string // greatest name so far, "" at the beginning
	mixed bool   // whether names came out of order, as directory buckets give them
}

// A page is one answer to a request to list.
type page struct {
	entries []entry
	next    cursor
	more    bool
}

// pages lists what is below a prefix, after a name. One page is asked for while the
// one before is looked at.
func (c *Client) pages(ctx context.Context, bucket, prefix, delimiter, after string) iter.Seq2[*page, error] {
	return func(yield func(*page, error) bool) {
		type answer struct {
			*page
			err error
		}
		var asked sync.WaitGroup
		defer asked.Wait()
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		answers := make(chan answer, 1)
		ask := func(from cursor) {
			asked.Go(func() {
				p, err := c.page(ctx, bucket, prefix, delimiter, from)
				answers <- answer{p, err}
			})
		}
		for ask(cursor{last: after}); ; {
			a := <-answers
			if a.err == nil && a.more {
				ask(a.next)
			}
			if !yield(a.page, a.err) || a.err != nil || !a.more {
				return
			}
		}
	}
}

// page asks for one page. A token that the service no longer knows is replaced by
// the last name that came.
func (c *Client) page(ctx context.Context, bucket, prefix, delimiter string, from cursor) (*page, error) {
	input := &s3.ListObjectsV2Input{
		Bucket: &bucket, Prefix: &prefix, RequestPayer: c.payer(),
		EncodingType:             types.EncodingTypeUrl, // XML has no way to write some of the characters that keys may have
		OptionalObjectAttributes: []types.OptionalObjectAttributes{types.OptionalObjectAttributesRestoreStatus},
	}
	if delimiter != "" {
		input.Delimiter = &delimiter
	}
	list := func(ctx context.Context, o func(*s3.Options)) (*s3.ListObjectsV2Output, error) {
		return c.s3.ListObjectsV2(ctx, input, o)
	}
	if from.token != "" {
		input.ContinuationToken = &from.token
	} else if from.last != "" {
		input.StartAfter = &from.last
	}
	out, err := in(ctx, c, bucket, list)
	again := from.token == "" && from.last != ""
	if err != nil && from.token != "" && from.last != "" && !from.mixed && status(err) == http.StatusBadRequest && !invalid(err) {
		input.ContinuationToken, input.StartAfter = nil, &from.last
		again = true
		out, err = in(ctx, c, bucket, list)
	}
	if err != nil {
		return nil, err
	}
	return pageOf(out, from, again)
}

// pageOf makes a page of an answer. After starting again, names that were there
// before do not count.
func pageOf(out *s3.ListObjectsV2Output, from cursor, again bool) (*page, error) {
	p := &page{next: from}
	var err error
	name := func(s *string) string {
		text := aws.ToString(s)
		if out.EncodingType == types.EncodingTypeUrl {
			plain, e := url.QueryUnescape(text)
			if e != nil {
				err = errors.Join(err, e)
			}
			return plain
		}
		return text
	}
	for _, o := range out.Contents {
		p.entries = append(p.entries, entry{
			name: name(o.Key), size: aws.ToInt64(o.Size), etag: aws.ToString(o.ETag), archived: inArchive(&o),
		})
	}
	for _, f := range out.CommonPrefixes {
		p.entries = append(p.entries, entry{name: name(f.Prefix), folder: true})
	}
	if err != nil {
		return nil, fmt.Errorf("name in the listing: %w", err)
	}
	byName := func(a, b entry) int { return strings.Compare(a.name, b.name) }
	if len(out.CommonPrefixes) > 0 {
		slices.SortStableFunc(p.entries, byName) // they come apart from the objects
	}
	for _, e := range p.entries {
		if e.name < p.next.last && !again {
			p.next.mixed = true
		}
		p.next.last = max(p.next.last, e.name)
	}
	if again {
		p.entries = slices.DeleteFunc(p.entries, func(e entry) bool { return e.name <= from.last })
	}
	p.next.token, p.more = aws.ToString(out.NextContinuationToken), aws.ToBool(out.IsTruncated)
	if p.more && p.next.last == from.last && (p.next.token == "" || p.next.token == from.token) {
		return nil, fmt.Errorf("the listing does not get further than %q", from.last)
	}
	return p, nil
}

// inArchive returns the storage class of an object that has to be restored and was
// not. Glacier Instant Retrieval is read like any other, and what Intelligent-Tiering
// has put into an archive shows only when it is read.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/archived-objects.html
func inArchive(o *types.Object) string {
	switch o.StorageClass {
	case types.ObjectStorageClassGlacier, types.ObjectStorageClassDeepArchive:
		if o.RestoreStatus == nil || o.RestoreStatus.RestoreExpiryDate == nil || aws.ToBool(o.RestoreStatus.IsRestoreInProgress) {
			return string(o.StorageClass)
		}
	}
	return ""
}

package bucket

import (
	"fmt"
	"strings"
)

// Scheme begins what names a bucket, or something in one.
const Scheme = "s3://"

// split parts a URL into bucket and prefix. What comes after the bucket is taken
// as it is, without %-escapes, as other tools do.
func split(url string) (bucket, prefix string, err error) {
	rest, ok := strings.CutPrefix(url, Scheme)
	bucket, prefix, _ = strings.Cut(rest, "/")
	if !ok || bucket == "" || strings.ContainsAny(bucket, "?#:@%\\ ") {
		return "", "", fmt.Errorf("%q is not s3://bucket, s3://bucket/prefix or s3://bucket/key", url)
	}
	return bucket, prefix, nil
}

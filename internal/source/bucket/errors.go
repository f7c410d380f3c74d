package bucket

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"

	"davy/flowlog"
)

// A ListError ends a listing.
type ListError struct {
	URL  string // what was to be listed
	Err  error
	Hint string // what the user can do about it, "" if unknown
}

func (e *ListError) Error() string {
	text := fmt.Sprintf("listing %s: %v", e.URL, e.Err)
	if e.Hint != "" {
		text += " (" + e.Hint + ")"
	}
	return text
}

func (e *ListError) Unwrap() error { return e.Err }

// listError says of an error of a listing what can be done about it.
func listError(url, bucket string, err error) error {
	e := &ListError{URL: url, Err: err}
	switch {
	case invalid(err):
		e.Hint = unknown
	case code(err) == "NoSuchBucket":
		e.Hint = "is the name of the bucket right?"
	case elsewhere(err):
		e.Hint = "the bucket is in another region, and where was not said: name its region"
	case status(err) == http.StatusForbidden:
		e.Hint = "s3:ListBucket on arn:aws:s3:::" + bucket + " is needed, for this prefix"
	default:
		e.Hint = network(err)
	}
	return e
}

// Errors of reading an object.
var (
	errReplaced = errors.New("changed while it was read")
	errChecksum = errors.New("not the bytes that were stored")
)

// objectError says why an object cannot be read, in the words of flowlog.
func objectError(ctx context.Context, name string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("%s: %w", name, context.Cause(ctx))
	}
	if e, ok := errors.AsType[*flowlog.ObjectError](err); ok {
		return e
	}
	e := &flowlog.ObjectError{Object: name, Reason: flowlog.Unreadable, Err: err}
	switch word := code(err); {
	case errors.Is(err, errChecksum):
		e.Reason = flowlog.Checksum
	case word == "InvalidObjectState":
		e.Reason, e.Hint = flowlog.Archived, restore
	case invalid(err):
		e.Reason, e.Hint = flowlog.AccessDenied, unknown
	case strings.HasPrefix(word, "KMS.") || status(err) == http.StatusForbidden && aboutKMS(err):
		e.Reason, e.Hint = flowlog.AccessDenied, "kms:Decrypt on the object's key is needed"
	case status(err) == http.StatusForbidden:
		e.Reason, e.Hint = flowlog.AccessDenied, "s3:GetObject is needed, and kms:Decrypt if it is encrypted with a key of KMS"
	case status(err) == http.StatusNotFound:
		e.Detail = "gone since it was listed"
	default:
		e.Hint = network(err)
	}
	return e
}

const unknown = "there are no credentials, or they are not, or no longer, valid"

const restore = "in an archive; restore it first: aws s3api restore-object"

// archived is the error of an object whose storage class has to be restored first.
func archived(name, class string) error {
	return &flowlog.ObjectError{Object: name, Reason: flowlog.Archived, Detail: "storage class " + class, Hint: restore}
}

// invalid tells whether there are no credentials, or the service does not accept
// them at all.
func invalid(err error) bool {
	if _, ok := errors.AsType[*noCredentials](err); ok {
		return true
	}
	switch code(err) {
	case "ExpiredToken", "InvalidToken", "InvalidAccessKeyId", "SignatureDoesNotMatch", "TokenRefreshRequired":
		return true
	}
	return false
}

// aboutKMS tells whether a refusal is that of the key: the message then names the
// action, as in "… is not authorized to perform: kms:Decrypt on resource: …".
func aboutKMS(err error) bool { return strings.Contains(err.Error(), "kms:") }

// network says what can be done about an error on the way to the service.
func network(err error) string {
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		return "the name of the service is not known: are region and endpoint right, is there a network?"
	}
	if nobody(err) {
		return "is the endpoint right, is the service running?"
	}
	if untrusted(err) {
		return "the service's certificate is not trusted; AWS_CA_BUNDLE names a file of certificates that are"
	}
	if errors.Is(err, errStalled) {
		return "is there a way to the service through the network?"
	}
	return ""
}

package loggroup

import (
	"context"
	"errors"
	"net/http"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/smithy-go"

	"davy/flowlog"
)

// A serviceError is what a service answered, without the number of the request, so
// that the same failure is the same text.
type serviceError struct {
	smithy.APIError
	err error
}

func (e *serviceError) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

func (e *serviceError) Unwrap() error { return e.err }

// short takes from err what the SDK says around the answer of a service.
func short(err error) error {
	if api, ok := errors.AsType[smithy.APIError](err); ok {
		return &serviceError{api, err}
	}
	return err
}

// fault is err of reading the group, under the name of what is read. An error of the
// context stays as it is.
func fault(ctx context.Context, object string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	e := &flowlog.ObjectError{Object: object, Reason: flowlog.Unreadable, Err: short(err)}
	switch _, gone := errors.AsType[*types.ResourceNotFoundException](err); {
	case gone:
		e.Detail = "the log group is not there"
		e.Hint = "it was deleted, is called otherwise, or is in another region or account"
	case expired(err):
		e.Reason, e.Hint = flowlog.AccessDenied, "the credentials are no longer valid, or never were"
	case denied(err):
		e.Reason, e.Hint = flowlog.AccessDenied, "these credentials need logs:FilterLogEvents on the log group, and kms:Decrypt if it has a key of its own"
	}
	return e
}

// denied tells whether a service refused for want of a permission.
func denied(err error) bool {
	if api, ok := errors.AsType[smithy.APIError](err); ok {
		switch api.ErrorCode() {
		case "AccessDeniedException", "AccessDenied", "UnauthorizedOperation":
			return true
		}
	}
	response, ok := errors.AsType[*awshttp.ResponseError](err)
	return ok && response.HTTPStatusCode() == http.StatusForbidden
}

// expired tells whether a service did not know the credentials.
func expired(err error) bool {
	if api, ok := errors.AsType[smithy.APIError](err); ok {
		switch api.ErrorCode() {
		case "ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException", "InvalidClientTokenId",
			"InvalidSignatureException", "IncompleteSignature", "AuthFailure":
			return true
		}
	}
	return false
}

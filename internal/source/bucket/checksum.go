package bucket

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/crc32"
	"hash/crc64"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// crc64NVME is the reversed polynomial of NVM Express, as S3 has it
// (NVM Command Set Specification 1.0c, 5.2.1.3.4).
var crc64NVME = crc64.MakeTable(0x9a6c9329ac4bc9b5)

// A digest is what the bytes of a whole object must come to.
type digest struct {
	hash.Hash
	name string
	want []byte
}

// check tells whether they did. No digest is content with anything.
func (d *digest) check() error {
	if d == nil {
		return nil
	}
	if got := d.Sum(nil); !bytes.Equal(got, d.want) {
		return fmt.Errorf("%w: %s is %x, not %x", errChecksum, d.name, got, d.want)
	}
	return nil
}

// claims are what the service says of an object.
type claims struct {
	crc64, crc32c, crc32, sha256, sha1 *string
	kind                               types.ChecksumType

	etag       string
	encryption types.ServerSideEncryption
	ownKey     bool // SSE-C
}

func claimsOfGet(o *s3.GetObjectOutput) claims {
	return claims{
		o.ChecksumCRC64NVME, o.ChecksumCRC32C, o.ChecksumCRC32, o.ChecksumSHA256, o.ChecksumSHA1, o.ChecksumType,
		aws.ToString(o.ETag), o.ServerSideEncryption, o.SSECustomerAlgorithm != nil,
	}
}

func claimsOfHead(o *s3.HeadObjectOutput) claims {
	return claims{
		o.ChecksumCRC64NVME, o.ChecksumCRC32C, o.ChecksumCRC32, o.ChecksumSHA256, o.ChecksumSHA1, o.ChecksumType,
		aws.ToString(o.ETag), o.ServerSideEncryption, o.SSECustomerAlgorithm != nil,
	}
}

// digest returns one of the whole object, nil if none is known: see the package's
// comment. At AWS a missing word of encryption means there is none.
func (c *claims) digest(atAWS bool, bucket string) *digest {
	for _, sum := range []struct {
		name string
		is   *string
		make func() hash.Hash
	}{
		{"CRC64NVME", c.crc64, func() hash.Hash { return crc64.New(crc64NVME) }},
		{"CRC32C", c.crc32c, func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }},
		{"CRC32", c.crc32, func() hash.Hash { return crc32.NewIEEE() }},
		{"SHA-256", c.sha256, sha256.New},
		{"SHA-1", c.sha1, sha1.New},
	} {
		text := aws.ToString(sum.is)
		if text == "" || c.kind == types.ChecksumTypeComposite || strings.Contains(text, "-") {
			continue // of parts
		}
		h := sum.make()
		if want, err := base64.StdEncoding.DecodeString(text); err == nil && len(want) == h.Size() {
			return &digest{h, sum.name, want}
		}
	}
	want, err := hex.DecodeString(strings.Trim(c.etag, `"`))
	plain := c.encryption == types.ServerSideEncryptionAes256 || c.encryption == "" && atAWS
	if err != nil || len(want) != md5.Size || !plain || c.ownKey || strings.HasSuffix(bucket, "--x-s3") {
		return nil
	}
	return &digest{md5.New(), "MD5", want}
}

// Package bucket is where objects come from that are in Amazon S3, or a server
// that speaks its API.
//
// In goes "s3://bucket/prefix", out come [source.Object]s in the order of their
// keys: [Client.List] lists them page by page, however many there are, and what
// [source.Object.Open] gives is whole or ends in an error.
//
// # Listing
//
// Without a bound on time, accounts or regions a listing is flat, 1,000 keys a
// request. With one it goes from folder to folder, enters only those in which
// something wanted may be, and lists flat what is below a day. So what is asked of
// the service depends on the days that are wanted, not on how old the bucket is.
//
// # Reading
//
// An object is read as it was when it was listed: each request names its ETag
// (If-Match), so parts of two versions never mix. Objects of up to 8 MiB are
// fetched in one request and checked before the first byte is given out; larger
// ones in parts of 8 MiB, some at a time. A body that is cut off, reset or stalled
// for 30 seconds goes on where it was, with the waits and jitter that AWS advises
// (https://docs.aws.amazon.com/general/latest/gr/api-retries.html).
//
// While one object is read, those after it are fetched: up to 16, and all that is
// in memory for any object is up to 64 MiB. What an open object needs and has no
// room for is read straight from the connection, so nothing ever waits for room.
//
// # Checksums
//
// The bytes of a whole object are held against the first of these that it has:
//
//   - CRC64NVME, CRC32C, CRC32, SHA-256 or SHA-1, if it is of the full object
//     (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html).
//     It is taken from the answer with the whole object, or from HeadObject for one
//     read in parts: what comes with a part may be the checksum of that part.
//   - The ETag, where that is the MD5: 32 hexadecimal digits, so no multipart
//     upload, of an object that is said to be encrypted with SSE-S3, or is not
//     encrypted at AWS, and not in a directory bucket
//     (https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html). Other
//     servers make ETags as they like.
//
// Anything else is checked by its length alone, beside what TLS and the
// compression inside do.
package bucket

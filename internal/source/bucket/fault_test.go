package bucket

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/crc64"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"davy/flowlog"
)

// faulty is what a fake does in place of an answer, or to it.
type faulty = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool)

// onGet has a fault in some requests for an object only, counted from 1.
func onGet(key string, when func(n int) bool, fault func(w http.ResponseWriter, r *http.Request) (http.ResponseWriter, bool)) faulty {
	var n atomic.Int64
	return func(w http.ResponseWriter, r *http.Request, _ int) (http.ResponseWriter, bool) {
		if r.Method != http.MethodGet || !strings.HasSuffix(r.URL.Path, "/"+key) || !when(int(n.Add(1))) {
			return w, false
		}
		return fault(w, r)
	}
}

func once(n int) bool { return n == 1 }
func always(int) bool { return true }

// header changes one of an answer.
type header struct {
	*answer
	name, value string
}

func (h header) WriteHeader(status int) {
	h.header.Set(h.name, h.value)
	h.answer.WriteHeader(status)
}

func TestG1(t *testing.T) {
	t.Run("G1 SlowDown", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			objects := make(map[string][]byte)
			for i := range 300 {
				objects[fmt.Sprintf("%03d", i)] = random(100+i*7, uint64(i))
			}
			f := holding(objects)
			f.page = 10
			rng := rand.New(rand.NewPCG(1, 2))
			refused := 0
			f.fault = func(w http.ResponseWriter, _ *http.Request, _ int) (http.ResponseWriter, bool) {
				f.mu.Lock()
				defer f.mu.Unlock()
				if rng.IntN(10) >= 3 {
					return w, false
				}
				refused++
				if refused%2 == 0 {
					refuse(w, http.StatusInternalServerError, "InternalError", "We encountered an internal error. Please try again.")
				} else {
					refuse(w, http.StatusServiceUnavailable, "SlowDown", "Please reduce your request rate.")
				}
				return w, true
			}
			c := client(t, f, Options{})
			listed := all(t, c, "s3://logs")
			if len(listed) != len(objects) {
				t.Fatal(len(listed), "listed")
			}
			begun := time.Now()
			for _, o := range listed {
				b, err := contentOf(t, o)
				if err != nil || !bytes.Equal(b, objects[strings.TrimPrefix(o.Name, "s3://logs/")]) {
					t.Errorf("%s: %v", o.Name, err)
				}
			}
			if refused < 80 {
				t.Error("only", refused, "requests were refused")
			}
			if time.Since(begun) < time.Second {
				t.Error("it never waited")
			}
		})
	})
	t.Run("G1 forever", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := holding(map[string][]byte{"a": []byte("x"), "b": []byte("y")})
			f.fault = onGet("a", always, func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				refuse(w, http.StatusServiceUnavailable, "SlowDown", "Please reduce your request rate.")
				return w, true
			})
			objects := all(t, client(t, f, Options{}), "s3://logs")
			if _, err := contentOf(t, objects[0]); reasonOf(t, err).Reason != flowlog.Unreadable || !strings.Contains(err.Error(), "SlowDown") {
				t.Error(err)
			}
			if n := f.counted("GET a"); n != attempts {
				t.Error(n, "tries")
			}
			if b, err := contentOf(t, objects[1]); string(b) != "y" || err != nil {
				t.Error(err)
			}
		})
	})
}

func TestRefused(t *testing.T) {
	const kms = "User: arn:aws:sts::111122223333:assumed-role/davy is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111122223333:key/1 because no identity-based policy allows the kms:Decrypt action"
	for _, test := range []struct {
		name, code, message string
		status              int
		reason              flowlog.Reason
		hint                string
	}{
		{"G2 access denied", "AccessDenied", "Access Denied", 403, flowlog.AccessDenied, "s3:GetObject is needed"},
		{"G2 KMS denied", "AccessDenied", kms, 403, flowlog.AccessDenied, "kms:Decrypt on the object's key"},
		{"G2 KMS key disabled", "KMS.DisabledException", "arn:aws:kms:us-east-1:111122223333:key/1 is disabled.", 400, flowlog.AccessDenied, "kms:Decrypt"},
		{"G3", "NoSuchKey", "The specified key does not exist.", 404, flowlog.Unreadable, "gone since it was listed"},
		{"G15 token expired for good", "ExpiredToken", "The provided token has expired.", 400, flowlog.AccessDenied, "no longer, valid"},
		{"G18", "InvalidObjectState", "The operation is not valid for the object's access tier", 403, flowlog.Archived, "restore"},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				big := random(5000, 9)
				f := holding(map[string][]byte{"a": []byte("x"), "b": big, "c": []byte("z")})
				f.kms = strings.Contains(test.name, "KMS")
				f.fault = func(w http.ResponseWriter, r *http.Request, _ int) (http.ResponseWriter, bool) {
					if !strings.HasSuffix(r.URL.Path, "/a") && !strings.HasSuffix(r.URL.Path, "/b") {
						return w, false
					}
					refuse(w, test.status, test.code, test.message)
					return w, true
				}
				c := client(t, f, Options{})
				c.part = 1000
				objects := all(t, c, "s3://logs")
				_, err := contentOf(t, objects[0])
				oe := reasonOf(t, err)
				if oe.Reason != test.reason || oe.Object != "s3://logs/a" || !strings.Contains(err.Error(), test.hint) {
					t.Error(err)
				}
				if n := f.counted("GET a"); n > 3 {
					t.Error("asked", n, "times for what is refused")
				}
				// One in parts begins with HEAD, whose answer has no text: less is known.
				_, err = contentOf(t, objects[1])
				reasonOf(t, err)
				if b, err := contentOf(t, objects[2]); string(b) != "z" || err != nil {
					t.Error("the others do not go on:", err)
				}
				if f.kms {
					operations.add("kms:Decrypt")
				}
			})
		})
	}
}

// A body that is not what was asked for is made good, whole or in parts.
func TestG4(t *testing.T) {
	b := random(5000, 4)
	crc := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(b))
	for _, test := range []struct {
		name   string
		when   func(int) bool
		fault  func(w http.ResponseWriter, r *http.Request) (http.ResponseWriter, bool)
		reason flowlog.Reason // "" if it is made good
		resume string         // range that is asked for next
	}{
		{
			name: "body ends early", when: once, resume: "bytes=700-",
			fault: func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				return &broken{w, 700, nil}, false
			},
		},
		{
			name: "connection reset", when: func(n int) bool { return n < 5 },
			fault: func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				return &broken{w, 100, syscall.ECONNRESET}, false
			},
		},
		{
			name: "reset for ever", when: always, reason: flowlog.Unreadable,
			fault: func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				return &broken{w, 0, syscall.ECONNRESET}, false
			},
		},
		{
			name: "Content-Length too small", when: once, resume: "bytes=700-",
			fault: func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				return header{w.(*answer), "Content-Length", "700"}, false
			},
		},
		{
			name: "Content-Length too large", when: once,
			fault: func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				return header{w.(*answer), "Content-Length", "5001"}, false
			},
		},
		{
			name: "another range", when: once,
			fault: func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				return header{w.(*answer), "Content-Range", "bytes 1-999/5000"}, false
			},
		},
		{
			name: "never the range", when: always, reason: flowlog.Unreadable,
			fault: func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				return header{w.(*answer), "Content-Range", "bytes 1-999/5000"}, false
			},
		},
	} {
		for _, way := range []struct {
			name   string
			part   int64
			memory int64
		}{{"whole", 10_000, 0}, {"parts", 1000, 0}, {"streams", 1000, 1}, {"one stream", 10_000, 1}} {
			t.Run("G4 "+test.name+", "+way.name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					o := bytesObject("a", b)
					o.header = http.Header{"X-Amz-Checksum-Crc32": {base64.StdEncoding.EncodeToString(crc)}, "X-Amz-Checksum-Type": {"FULL_OBJECT"}}
					if way.name == "parts" || way.name == "streams" {
						o.header = http.Header{"X-Amz-Server-Side-Encryption": {"AES256"}} // so it is checked by its ETag
					}
					f := of(o)
					var ranges, unmatched []string
					fault := onGet("a", test.when, test.fault)
					f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
						f.mu.Lock()
						defer f.mu.Unlock()
						if strings.HasSuffix(r.URL.Path, "/a") && r.Method == http.MethodGet {
							ranges = append(ranges, r.Header.Get("Range"))
							if r.Header.Get("If-Match") != o.etag {
								unmatched = append(unmatched, r.Header.Get("Range"))
							}
						}
						return fault(w, r, n)
					}
					c := client(t, f, Options{Memory: way.memory, Objects: -1})
					c.part = way.part
					got, err := contentOf(t, all(t, c, "s3://logs")[0])
					if test.reason != "" {
						if reasonOf(t, err).Reason != test.reason {
							t.Error(err)
						}
						return
					}
					if err != nil || !bytes.Equal(got, b) {
						t.Errorf("%d bytes, %v", len(got), err)
					}
					if len(unmatched) > 0 {
						t.Error("without If-Match:", unmatched)
					}
					if test.resume != "" && way.part > 5000 && !slices.ContainsFunc(ranges, func(r string) bool { return strings.HasPrefix(r, test.resume) }) {
						t.Errorf("not resumed at %s: %q", test.resume, ranges)
					}
				})
			})
		}
	}
}

// What is not as it was stored is fetched anew, or ends in an error.
func TestG4Checksum(t *testing.T) {
	b := random(5000, 5)
	b64 := func(b []byte) []string { return []string{base64.StdEncoding.EncodeToString(b)} }
	sums := map[string]http.Header{
		"CRC32":     {"X-Amz-Checksum-Crc32": b64(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(b)))},
		"CRC32C":    {"X-Amz-Checksum-Crc32c": b64(binary.BigEndian.AppendUint32(nil, crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli))))},
		"CRC64NVME": {"X-Amz-Checksum-Crc64nvme": b64(binary.BigEndian.AppendUint64(nil, crc64.Checksum(b, crc64NVME)))},
		"SHA256":    {"X-Amz-Checksum-Sha256": b64(sha256sum(b))},
		"MD5":       {"X-Amz-Server-Side-Encryption": {"AES256"}},
	}
	for name, h := range sums {
		for _, way := range []struct {
			name         string
			part, memory int64
		}{{"whole", 10_000, 0}, {"parts", 1000, 0}, {"one stream", 10_000, 1}} {
			for _, times := range []int{0, 1, 100} {
				t.Run(fmt.Sprintf("G4 %s, %s, wrong %d times", name, way.name, times), func(t *testing.T) {
					synctest.Test(t, func(t *testing.T) {
						o := bytesObject("a", b)
						o.header = h
						n := 0
						fill := o.fill
						o.fill = func(p []byte, off int64) {
							fill(p, off)
							if off == 0 {
								if n++; n <= times {
									p[17]++
								}
							}
						}
						c := client(t, of(o), Options{Memory: way.memory, Objects: -1})
						c.part = way.part
						got, err := contentOf(t, all(t, c, "s3://logs")[0])
						if times == 0 || times == 1 && way.name == "whole" {
							if err != nil || !bytes.Equal(got, b) {
								t.Error(err)
							}
							return
						}
						if reasonOf(t, err).Reason != flowlog.Checksum {
							t.Error(err)
						}
						if want := map[bool]int{true: 3, false: 1}[way.name == "whole"]; n != want {
							t.Error(n, "tries")
						}
					})
				})
			}
		}
	}
}

// An object that is longer than the listing said, of the same version, is not cut.
func TestG4Longer(t *testing.T) {
	for _, part := range []int64{1000, 10_000} {
		synctest.Test(t, func(t *testing.T) {
			o := bytesObject("a", random(5000, 1))
			f := of(o)
			f.fault = func(w http.ResponseWriter, r *http.Request, _ int) (http.ResponseWriter, bool) {
				if !r.URL.Query().Has("list-type") {
					return w, false
				}
				fmt.Fprintf(w, "<ListBucketResult><Contents><Key>a</Key><Size>4000</Size><ETag>%s</ETag></Contents></ListBucketResult>", o.etag)
				return w, true
			}
			c := client(t, f, Options{})
			c.part = part
			got, err := contentOf(t, all(t, c, "s3://logs")[0])
			if err == nil && len(got) != 5000 {
				t.Errorf("%d bytes", len(got))
			} else if err != nil && reasonOf(t, err).Reason != flowlog.Unreadable {
				t.Error(err)
			}
		})
	}
}

// Which of the things that the service says of an object are a checksum of all of it.
func TestDigests(t *testing.T) {
	sum, etag := aws.String("AAAAAA=="), `"0123456789abcdef0123456789abcdef"`
	for _, test := range []struct {
		name   string
		claims claims
		atAWS  bool
		bucket string
		want   string
	}{
		{"full object", claims{crc32: sum, kind: types.ChecksumTypeFullObject, etag: etag}, true, "b", "CRC32"},
		{"before there were types", claims{crc32c: sum}, true, "b", "CRC32C"},
		{"of parts", claims{crc32: sum, kind: types.ChecksumTypeComposite}, true, "b", ""},
		{"of parts, before there were types", claims{crc32: aws.String("AAAAAA==-3"), etag: `"0123456789abcdef0123456789abcdef-3"`}, true, "b", ""},
		{"of parts, but the ETag is of all", claims{crc32: sum, kind: types.ChecksumTypeComposite, etag: etag}, true, "b", "MD5"},
		{"too short", claims{sha256: sum}, true, "b", ""},
		{"no base64", claims{crc32: aws.String("*"), kind: types.ChecksumTypeFullObject}, true, "b", ""},
		{"SSE-S3", claims{etag: etag, encryption: types.ServerSideEncryptionAes256}, false, "b", "MD5"},
		{"not encrypted", claims{etag: etag}, true, "b", "MD5"},
		{"of another server", claims{etag: etag}, false, "b", ""},
		{"SSE-KMS", claims{etag: etag, encryption: types.ServerSideEncryptionAwsKms}, true, "b", ""},
		{"SSE-C", claims{etag: etag, ownKey: true}, true, "b", ""},
		{"directory bucket", claims{etag: etag, encryption: types.ServerSideEncryptionAes256}, true, "b--use1-az4--x-s3", ""},
		{"multipart", claims{etag: `"0123456789abcdef0123456789abcdef-12"`}, true, "b", ""},
		{"nothing", claims{}, true, "b", ""},
	} {
		got := ""
		if d := test.claims.digest(test.atAWS, test.bucket); d != nil {
			got = d.name
		}
		if got != test.want {
			t.Errorf("%s: %q, not %q", test.name, got, test.want)
		}
	}
}

func TestG5(t *testing.T) {
	for _, size := range []int{10, 5000} {
		t.Run(fmt.Sprintf("G5 replaced after the listing, %d bytes", size), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := holding(map[string][]byte{"a": random(size, 1)})
				c := client(t, f, Options{})
				c.part = 1000
				o := all(t, c, "s3://logs")[0]
				b := random(size-7, 2)
				f.put(bytesObject("a", b))
				if got, err := contentOf(t, o); err != nil || !bytes.Equal(got, b) {
					t.Errorf("%d bytes, %v", len(got), err)
				}
			})
		})
	}
	t.Run("G5 replaced while it is read", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := holding(map[string][]byte{"a": random(5000, 1)})
			c := client(t, f, Options{Memory: 1}) // nothing ahead
			c.part = 1000
			r, err := all(t, c, "s3://logs")[0].Open(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			if _, err := io.ReadFull(r, make([]byte, 1000)); err != nil {
				t.Fatal(err)
			}
			f.put(bytesObject("a", random(5000, 2)))
			rest, err := io.ReadAll(r)
			if oe := reasonOf(t, err); oe.Reason != flowlog.Unreadable || !strings.Contains(err.Error(), "changed while it was read") || len(rest) > 0 {
				t.Errorf("%d bytes, %v", len(rest), err)
			}
			if _, again := r.Read(make([]byte, 1)); again != err {
				t.Error("the error does not stay:", again)
			}
		})
	})
	t.Run("G5 replaced again and again", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := holding(map[string][]byte{"a": []byte("0")})
			n := 0
			f.fault = onGet("a", always, func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
				n++
				f.put(bytesObject("a", fmt.Append(nil, n)))
				return w, false
			})
			if _, err := contentOf(t, all(t, client(t, f, Options{}), "s3://logs")[0]); reasonOf(t, err).Reason != flowlog.Unreadable {
				t.Error(err)
			}
			if n != 4 {
				t.Error(n, "tries")
			}
		})
	})
}

func TestG16(t *testing.T) {
	stall := func(w http.ResponseWriter, r *http.Request) (http.ResponseWriter, bool) {
		<-r.Context().Done()
		return w, true
	}
	for _, test := range []struct {
		name  string
		when  func(int) bool
		fault func(w http.ResponseWriter, r *http.Request) (http.ResponseWriter, bool)
		want  string // of the error, "" if it is made good
	}{
		{"no answer", once, stall, ""},
		{"never an answer", always, stall, "no byte came for 30s"},
		{"body stalls", once, func(w http.ResponseWriter, r *http.Request) (http.ResponseWriter, bool) {
			w.Header().Set("Content-Length", "5000")
			w.Write(random(300, 1))
			return stall(w, r)
		}, ""},
		{"name unknown", always, func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
			dialed(w, &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "s3.test", IsNotFound: true}})
			return w, true
		}, "the name of the service is not known"},
		{"certificate unknown", always, func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
			dialed(w, &tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}})
			return w, true
		}, "AWS_CA_BUNDLE"},
		{"connection refused", func(n int) bool { return n < 4 }, func(w http.ResponseWriter, _ *http.Request) (http.ResponseWriter, bool) {
			dialed(w, &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED})
			return w, true
		}, ""},
	} {
		t.Run("G16 "+test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := random(5000, 1)
				f := holding(map[string][]byte{"a": b})
				f.fault = onGet("a", test.when, test.fault)
				o := all(t, client(t, f, Options{}), "s3://logs")[0]
				begun := time.Now()
				got, err := contentOf(t, o)
				if test.want == "" {
					if err != nil || !bytes.Equal(got, b) {
						t.Error(err)
					}
				} else if reasonOf(t, err).Reason != flowlog.Unreadable || !strings.Contains(err.Error(), test.want) {
					t.Error(err)
				}
				if n := f.counted("GET a"); test.name == "certificate unknown" && n != 1 {
					t.Error(n, "tries")
				}
				if d := time.Since(begun); d > attempts*(patience+20*time.Second) {
					t.Error("took", d)
				}
			})
		})
	}
	t.Run("G16 a slow reader is no stall", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			b := random(200_000, 1)
			f := holding(map[string][]byte{"a": b})
			r, err := all(t, client(t, f, Options{Memory: 1}), "s3://logs")[0].Open(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			var got []byte
			p := make([]byte, 50_000)
			for {
				n, err := r.Read(p)
				got = append(got, p[:n]...)
				if err == io.EOF {
					break
				} else if err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Hour)
			}
			if !bytes.Equal(got, b) || f.counted("GET a") != 1 {
				t.Error(len(got), f.counted("GET a"))
			}
		})
	})
	t.Run("G16 listing", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := holding(nil)
			f.fault = func(w http.ResponseWriter, r *http.Request, _ int) (http.ResponseWriter, bool) { return stall(w, r) }
			_, _, err := listed(t, client(t, f, Options{}), "s3://logs")
			var le *ListError
			if !errors.As(err, &le) || !strings.Contains(err.Error(), "no byte came for 30s") {
				t.Error(err)
			}
		})
	})
}

package bucket

import (
	"bytes"
	"crypto/md5"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// A fake is one bucket, "logs", as S3's API has it: as much of it as is read here,
// and whatever is to go wrong with it.
type fake struct {
	mu   sync.Mutex
	n    int                // objects
	nth  func(i int) object // in the order of keys
	page int                // keys per page; 0: 1,000

	region string // "" for any
	kms    bool   // the objects are encrypted with a key of KMS

	// fault, if set, may answer in place of the fake, or change what it answers.
	fault func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool)

	requests []string // "LIST prefix", "GET key range", "HEAD key", in order
	open     int      // bodies that are being sent
	most     int      // of them at the same time
}

type object struct {
	key     string
	size    int64
	etag    string // quoted
	fill    func(p []byte, off int64)
	header  http.Header
	class   string
	restore string // XML
}

// holding returns a fake with objects of given bytes.
func holding(objects map[string][]byte) *fake {
	var all []object
	for key, b := range objects {
		all = append(all, bytesObject(key, b))
	}
	return of(all...)
}

func of(all ...object) *fake {
	slices.SortFunc(all, func(a, b object) int { return strings.Compare(a.key, b.key) })
	return &fake{n: len(all), nth: func(i int) object { return all[i] }}
}

func bytesObject(key string, b []byte) object {
	sum := md5.Sum(b)
	return object{key: key, size: int64(len(b)), etag: `"` + hex.EncodeToString(sum[:]) + `"`, fill: func(p []byte, off int64) { copy(p, b[off:]) }}
}

// put replaces an object.
func (f *fake) put(o object) {
	f.mu.Lock()
	defer f.mu.Unlock()
	before := f.nth
	f.nth = func(i int) object {
		if was := before(i); was.key != o.key {
			return was
		}
		return o
	}
}

func (f *fake) find(key string) (object, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(f.n, func(i int) bool { return f.nth(i).key >= key })
	if i == f.n || f.nth(i).key != key {
		return object{}, false
	}
	return f.nth(i), true
}

// counted returns the requests whose text begins so.
func (f *fake) counted(prefix string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := 0
	for _, r := range f.requests {
		if strings.HasPrefix(r, prefix) {
			n++
		}
	}
	return n
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	key := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, "/logs"), "/")
	query := r.URL.Query()
	what := r.Method + " " + key + " " + r.Header.Get("Range")
	if r.Method == http.MethodGet && query.Get("list-type") == "2" {
		what = "LIST " + query.Get("prefix") + " " + query.Get("delimiter")
	}
	f.mu.Lock()
	f.requests = append(f.requests, what)
	n := len(f.requests)
	f.mu.Unlock()
	if f.region != "" && !strings.Contains(r.Header.Get("Authorization"), "/"+f.region+"/s3/") {
		w.Header().Set("X-Amz-Bucket-Region", f.region)
		refuse(w, http.StatusMovedPermanently, "PermanentRedirect", "elsewhere")
		return
	}
	if f.fault != nil {
		var done bool
		if w, done = f.fault(w, r, n); done {
			return
		}
	}
	if key == "" && r.Method == http.MethodGet {
		f.list(w, query)
		return
	}
	f.get(w, r, key)
}

func refuse(w http.ResponseWriter, status int, code, message string) {
	w.WriteHeader(status)
	fmt.Fprintf(w, `<?xml version="1.0"?><Error><Code>%s</Code><Message>%s</Message></Error>`, code, message)
}

func (f *fake) get(w http.ResponseWriter, r *http.Request, key string) {
	o, ok := f.find(key)
	if !ok {
		refuse(w, http.StatusNotFound, "NoSuchKey", "The specified key does not exist.")
		return
	}
	if m := r.Header.Get("If-Match"); m != "" && m != o.etag {
		refuse(w, http.StatusPreconditionFailed, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
		return
	}
	off, end := int64(0), o.size
	w.Header().Set("ETag", o.etag)
	for name, values := range o.header {
		w.Header()[name] = values
	}
	if f.kms {
		w.Header().Set("X-Amz-Server-Side-Encryption", "aws:kms")
	}
	status := http.StatusOK
	if text, ok := strings.CutPrefix(r.Header.Get("Range"), "bytes="); ok {
		a, b, _ := strings.Cut(text, "-")
		off, _ = strconv.ParseInt(a, 10, 64)
		last, _ := strconv.ParseInt(b, 10, 64)
		if off >= o.size {
			refuse(w, http.StatusRequestedRangeNotSatisfiable, "InvalidRange", "no such range")
			return
		}
		end = min(last+1, o.size)
		w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", off, end-1, o.size))
		status = http.StatusPartialContent
	}
	w.Header().Set("Content-Length", strconv.FormatInt(end-off, 10))
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return
	}
	f.mu.Lock()
	f.open++
	f.most = max(f.most, f.open)
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		f.open--
		f.mu.Unlock()
	}()
	buf := make([]byte, 64<<10)
	for off < end {
		n := min(int64(len(buf)), end-off)
		o.fill(buf[:n], off)
		if _, err := w.Write(buf[:n]); err != nil {
			return
		}
		off += n
	}
}

func (f *fake) list(w http.ResponseWriter, query url.Values) {
	prefix, delimiter := query.Get("prefix"), query.Get("delimiter")
	after := query.Get("start-after")
	if token := query.Get("continuation-token"); token != "" {
		b, err := base64.StdEncoding.DecodeString(token)
		if err != nil {
			refuse(w, http.StatusBadRequest, "InvalidArgument", "The continuation token provided is incorrect")
			return
		}
		after = string(b)
	}
	var b bytes.Buffer
	b.WriteString("<ListBucketResult>")
	name := func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "%2F", "/") }
	if query.Get("encoding-type") != "url" {
		name = func(s string) string { return s }
	} else {
		b.WriteString("<EncodingType>url</EncodingType>")
	}
	most := f.page
	if most == 0 {
		most = 1000
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	i := sort.Search(f.n, func(i int) bool { k := f.nth(i).key; return k > after && k >= prefix })
	for n := 0; i < f.n; n++ {
		o := f.nth(i)
		if !strings.HasPrefix(o.key, prefix) {
			break
		}
		if n == most {
			token := base64.StdEncoding.EncodeToString([]byte(after))
			b.WriteString("<IsTruncated>true</IsTruncated><NextContinuationToken>" + token + "</NextContinuationToken>")
			break
		}
		if cut := strings.Index(o.key[len(prefix):], delimiter); delimiter != "" && cut >= 0 {
			folder := o.key[:len(prefix)+cut+1]
			i = sort.Search(f.n, func(i int) bool { k := f.nth(i).key; return k > folder && !strings.HasPrefix(k, folder) })
			after = folder + "\U0010ffff"
			b.WriteString("<CommonPrefixes><Prefix>" + name(folder) + "</Prefix></CommonPrefixes>")
			continue
		}
		b.WriteString("<Contents><Key>" + name(o.key) + "</Key><Size>" + strconv.FormatInt(o.size, 10) + "</Size><ETag>" + o.etag +
			"</ETag><StorageClass>" + o.class + "</StorageClass>" + o.restore + "</Contents>")
		after = o.key
		i++
	}
	b.WriteString("</ListBucketResult>")
	w.Header().Set("Content-Type", "application/xml")
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	w.Write(b.Bytes())
}

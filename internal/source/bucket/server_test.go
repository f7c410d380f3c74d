package bucket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"davy/internal/source"
	"davy/internal/source/sourcetest"
)

// noted is an HTTP client whose requests are held against the policy.
type noted struct{ *http.Client }

func (n noted) Do(req *http.Request) (*http.Response, error) {
	operations.note(req)
	return n.Client.Do(req)
}

// overNetwork returns a client of a real server.
func overNetwork(t testing.TB, endpoint string, opts Options) *Client {
	transport := &http.Transport{MaxIdleConnsPerHost: connections}
	t.Cleanup(transport.CloseIdleConnections)
	opts.Endpoint = endpoint
	return clientOf(t, noted{&http.Client{Transport: transport}}, opts)
}

// store stores objects in a new bucket of a server, by the way of any other client.
func store(t testing.TB, c *Client, objects map[string][]byte) {
	t.Helper()
	bucket := "logs"
	plain := func(o *s3.Options) { o.HTTPClient = http.DefaultClient }
	if _, err := c.s3.CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &bucket}, plain); err != nil {
		t.Fatal(err)
	}
	for key, b := range objects {
		_, err := c.s3.PutObject(t.Context(), &s3.PutObjectInput{
			Bucket: &bucket, Key: &key, Body: bytes.NewReader(b), ChecksumAlgorithm: types.ChecksumAlgorithmCrc64nvme,
		}, plain)
		if err != nil {
			t.Fatalf("%s: %v", key, err)
		}
	}
}

func listingOf(t testing.TB, c *Client) source.Listing {
	t.Helper()
	listing, err := c.List(t.Context(), "s3://logs")
	if err != nil {
		t.Fatal(err)
	}
	return listing
}

func TestConformance(t *testing.T) {
	for _, opts := range []Options{{}, {Memory: 1}, {Memory: 9 << 20, Objects: 3, Filter: since}, {Objects: -1}} {
		t.Run(fmt.Sprintf("memory %d, ahead %d", opts.Memory, opts.Objects), func(t *testing.T) {
			sourcetest.Run(t, func(t testing.TB, objects map[string][]byte) source.Listing {
				f := holding(objects)
				f.page = 9
				return listingOf(t, client(t, f, opts))
			})
		})
	}
}

// gofakes3 is a server of its own in this process, whose authors have read the
// documentation of S3 themselves.
func TestConformanceGofakes3(t *testing.T) {
	sourcetest.Run(t, func(t testing.TB, objects map[string][]byte) source.Listing {
		c := overNetwork(t, inMemory(t), Options{})
		store(t, c, objects)
		return listingOf(t, c)
	})
}

func inMemory(t testing.TB) (endpoint string) {
	server := httptest.NewUnstartedServer(gofakes3.New(s3mem.New()).Server())
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // it is surprised by readers that leave early
	server.Start()
	t.Cleanup(server.Close)
	return server.URL
}

// VersityGW is a server that people run.
func TestConformanceVersityGW(t *testing.T) {
	endpoint := versityGW(t)
	sourcetest.Run(t, func(t testing.TB, objects map[string][]byte) source.Listing {
		c := overNetwork(t, endpoint, Options{Filter: since})
		store(t, c, objects)
		return listingOf(t, c)
	})
	t.Run("whole objects are checked by what the server says of them", func(t *testing.T) {
		c := overNetwork(t, endpoint, Options{})
		for o, err := range listingOf(t, c) {
			if err != nil {
				t.Fatal(err)
			}
			v := version{bucket: "logs", key: o.Name[len("s3://logs/"):], size: o.Size}
			out, err := c.head(t.Context(), &v)
			if err != nil {
				t.Fatal(err)
			}
			claims := claimsOfHead(out)
			if d := claims.digest(false, "logs"); d == nil || d.name != "CRC64NVME" {
				t.Errorf("%s: %+v", o.Name, claims)
			}
		}
	})
}

// versityGW starts the server and returns where it is. The program is that of
// DAVY_VERSITYGW, on the PATH, or what "make .tools/versitygw" built.
func versityGW(t *testing.T) (endpoint string) {
	t.Helper()
	program := os.Getenv("DAVY_VERSITYGW")
	for _, name := range []string{"versitygw", filepath.Join("..", "..", "..", ".tools", "versitygw")} {
		if found, err := exec.LookPath(name); program == "" && err == nil {
			program = found
		}
	}
	if program == "" {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal("no versitygw: make .tools/versitygw")
		}
		t.Skip("no versitygw, a real server: make .tools/versitygw builds it, DAVY_VERSITYGW says where it is")
	}
	program, err := filepath.Abs(program)
	if err != nil {
		t.Fatal(err)
	}
	address := freePort(t)
	root, beside := t.TempDir(), t.TempDir() // beside: what it keeps of objects, where the file system has no attributes
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, "--quiet", "--keep-alive", "--port", address, "posix", "--sidecar", beside, root)
	cmd.Env = append(os.Environ(), "ROOT_ACCESS_KEY=AKID", "ROOT_SECRET_KEY=SECRET", "ROOT_ACCESS_KEY_ID=AKID", "ROOT_SECRET_ACCESS_KEY=SECRET")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &said, &said, time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		conn, err := net.Dial("tcp", address)
		if err == nil {
			conn.Close()
			return "http://" + address
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("versitygw has ended: %v\n%s", err, said.String())
		default:
		}
		if time.Since(begun) > time.Minute {
			t.Fatal(errors.Join(errors.New("versitygw does not listen"), err))
		}
	}
}

func freePort(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

package tcp

// Kinds of events.
const (
	evSegment = iota
	evAck     // delayed ACK timer
	evRetry   // retransmission timer
	evKeep
	evApp
	evFin
	evTooBig
)

// An event is a packet that arrives, or a timer of a side.
type event struct {
	t, seq, ack int64
	n, arg      int32
	kind, side  uint8
	push, fin   bool
	probe       bool
}

func (c *Conn) push(e event) {
	c.heap = append(c.heap, e)
	i := len(c.heap) - 1
	for i > 0 {
		up := (i - 1) / 2
		if c.heap[up].t <= e.t {
			break
		}
		c.heap[i] = c.heap[up]
		i = up
	}
	c.heap[i] = e
}

func (c *Conn) pop() event {
	top := c.heap[0]
	n := len(c.heap) - 1
	e := c.heap[n]
	c.heap = c.heap[:n]
	i := 0
	for {
		k := 2*i + 1
		if k >= n {
			break
		}
		if k+1 < n && c.heap[k+1].t < c.heap[k].t {
			k++
		}
		if c.heap[k].t >= e.t {
			break
		}
		c.heap[i] = c.heap[k]
		i = k
	}
	if n > 0 {
		c.heap[i] = e
	}
	return top
}

package hull_test

import (
	"errors"
	"fmt"

	"davy/hull"
)

func ExampleNew() {
	h, err := hull.New(2, []float64{
		0, 0,
		4, 0,
		4, 2,
		0, 2,
		1, 1, // inside
		2, 0, // on an edge
		4, 0, // again
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("vertices:", h.Vertices())
	fmt.Println("area:", h.Volume())
	fmt.Println("centre:", h.Centre())
	fmt.Println("corner inside:", h.Contains([]float64{4, 2}))
	fmt.Println("gauge of (6, 1):", h.Gauge([]float64{6, 1}))
	// Output:
	// vertices: [0 0 0 2 4 0 4 2]
	// area: 8
	// centre: [2 1]
	// corner inside: true
	// gauge of (6, 1): 2
}

// Packets of 52 bytes each lie on a line. The hull is a segment of it.
func ExampleNew_flat() {
	h, err := hull.New(2, []float64{520, 10, 1040, 20, 780, 15})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("rank:", h.Rank())
	fmt.Println("17 packets of 52 bytes:", h.Contains([]float64{884, 17}))
	fmt.Println("one byte more:", h.Contains([]float64{885, 17}), h.Gauge([]float64{885, 17}))
	// Output:
	// rank: 1
	// 17 packets of 52 bytes: true
	// one byte more: false +Inf
}

func ExampleDegenerateError() {
	_, err := hull.New(2, []float64{7, 7, 7, 7, 7, 7})
	var d *hull.DegenerateError
	fmt.Println(errors.As(err, &d), err)
	// Output:
	// true hull: points have rank 0: 3 given, 1 distinct, at least 2 needed
}

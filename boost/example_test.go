package boost_test

import (
	"fmt"

	"davy/boost"
)

// Points with a large second feature are positive; the first one tells nothing.
func ExampleTrain() {
	x := []float64{
		1, 10,
		2, 11,
		3, 12,
		1, 50,
		2, 52,
		3, 51,
	}
	positive := []bool{false, false, false, true, true, true}
	b, err := boost.Train(x, 2, positive, nil, boost.Options{Leaf: 1, Rounds: 20, Rows: 1, Columns: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("log odds: %+.1f and %+.1f\n", b.Margin([]float64{2, 5}), b.Margin([]float64{2, 60}))
	base, parts := b.Explain([]float64{2, 60})
	fmt.Printf("%.1f at the roots, %+.1f by the first feature, %+.1f by the second\n", base, parts[0], parts[1])
	// Output:
	// log odds: -1.2 and +1.2
	// 0.0 at the roots, +0.0 by the first feature, +1.2 by the second
}

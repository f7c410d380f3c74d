// Package uplot holds uPlot, a library that draws time series in browsers, as
// released: ORIGIN says where the files are from, SHA256SUMS what they hold.
package uplot

import _ "embed"

// Script defines the global uPlot, Style is what it is laid out with.
var (
	//go:embed uPlot.iife.min.js
	Script string
	//go:embed uPlot.min.css
	Style string
)

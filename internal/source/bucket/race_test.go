//go:build race

package bucket

const raced = true

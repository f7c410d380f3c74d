package model

import (
	"reflect"
	"testing"
)

// A pair is learnt with all that it does, and judged by its service.
func TestLearntWholeAndJudgedByItsService(t *testing.T) {
	alone := pairOf(3, 144, 150, 300, 40, false)
	whole := pairOf(3, 144, 150, 300, 40, false)
	for i := 0; i < len(whole.Windows); i += 7 { // pages are fetched from the same address
		w := &whole.Windows[i]
		w.RemotePackets, w.RemoteBytes, w.Connections = w.RemotePackets+900, w.RemoteBytes+1_200_000, 4
	}
	mixed := *whole
	mixed.Service = alone.Windows

	v := viewTraffic
	learnt, all, service := v.rows(&mixed), v.rows(whole), v.rows(alone)
	if !reflect.DeepEqual(learnt, all) {
		t.Error("it is not learnt with all that it does")
	}
	if reflect.DeepEqual(all, service) {
		t.Fatal("the pages change nothing: not much of a test")
	}
	got, want := v.of(&mixed), v.of(alone)
	if v.count(&mixed) != len(alone.Windows) || len(got) != 1 || len(want) != 1 {
		t.Fatalf("%d windows in %d spans are judged", v.count(&mixed), len(got))
	}
	if !reflect.DeepEqual(v.traits(nil, got[0]), v.traits(nil, want[0])) {
		t.Error("it is not judged by its service")
	}
}

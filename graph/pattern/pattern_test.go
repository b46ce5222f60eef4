package pattern_test

import (
	"fmt"
	"testing"

	"tasuki/graph/pattern"
)

func ExampleLazy() {
	item := pattern.Lazy(`^[0-9]+(-[0-9]+)*`)
	fmt.Println(item().FindString("3-24 Restore"))
	// Output: 3-24
}

func TestCompiledOnce(t *testing.T) {
	p := pattern.Lazy(`a+`)
	first := p()
	if p() != first {
		t.Error("an expression is compiled at each call")
	}
}

func TestCompiledWhenCalled(t *testing.T) {
	p := pattern.Lazy(`(`) // nothing is compiled here
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression is taken for one")
		}
	}()
	p()
}

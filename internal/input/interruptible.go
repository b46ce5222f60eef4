package input

import "context"

// Interruptible returns what compute returns, or the error of ctx as soon as that
// ends, since an analysis takes no context. It does not wait for compute then, which
// goes on until the process ends: it must write nothing.
func Interruptible[T any](ctx context.Context, compute func() (T, error)) (T, error) {
	type outcome struct {
		result T
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		result, err := compute()
		done <- outcome{result, err}
	}()
	select {
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	case o := <-done:
		return o.result, o.err
	}
}

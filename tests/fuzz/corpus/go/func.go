package p

import (
	m "a/b"
	. "c"
)

func (r *T[K]) f(a, b int, c ...string) (x int, err error) {
	for i, v := range ch { select { case <-v: goto l; default: defer g() } }
l:
	return map[string][]int{"k": {1, 2}}, nil
}

package main

import (
	"fmt"
	"strings"
)

type box struct {
	value string
	other string
	inner *box
}

func (b *box) set(v string) *box {
	b.value = v
	return b
}

func (b box) get() string {
	return b.value
}

type reader interface {
	read(x string) string
}

type plain struct{}

func (plain) read(x string) string { return x }

type safe struct{}

func (safe) read(x string) string { return "" }

type derived struct {
	box
	name string
}

type label string

func two(x string) (string, error) {
	return x, nil
}

func named(x string) (out string, err error) {
	out = x
	return
}

func variadic(xs ...string) string {
	return xs[1]
}

func generic[T any](x T) T {
	return x
}

func fill(b *box, v string) {
	b.value = v
}

func fillText(p *string, v string) {
	*p = v
}

func structs() {
	s := source()
	b := box{value: s, other: "a"}
	sink(b.value) // HIT
	sink(b.other)
	sink(b.get()) // HIT
	c := &box{s, "a", nil}
	sink(c.value) // HIT
	sink(c.other)
	d := new(box)
	d.set(s)
	sink(d.value) // HIT
	sink(d.other)
	e := (&box{}).set(s)
	sink(e.get()) // HIT
	var f box
	fill(&f, s)
	sink(f.value) // HIT
	sink(f.other)
	var t string
	fillText(&t, s)
	sink(t) // HIT
	g := derived{box: box{value: s}, name: "a"}
	sink(g.value) // HIT
	sink(g.name)
	sink(g.get()) // HIT
	h := box{inner: &box{value: s}}
	sink(h.inner.value) // HIT
	sink(h.inner.other)
	p := &s
	sink(*p) // HIT
	anonymous := struct{ a, b string }{a: s}
	sink(anonymous.a) // HIT
	sink(anonymous.b)
}

func results() {
	v, err := two(source())
	sink(v) // HIT
	sink(err)
	w, _ := named(source())
	sink(w) // HIT
	sink(variadic("a", source())) // HIT
	sink(variadic(source(), "a"))
	xs := []string{"a", source()}
	sink(variadic(xs...)) // HIT
	sink(generic(source())) // HIT
	sink(generic[string](source())) // HIT
	if x, err := two(source()); err == nil {
		sink(x) // HIT
	}
}

func collections() {
	s := source()
	xs := []string{"a", s}
	sink(xs[0])
	sink(xs[1]) // HIT
	xs = append(xs, s)
	for i, x := range xs {
		sink(x) // HIT
		sink(i)
	}
	sink(xs[:1]) // HIT
	ys := make([]string, 2)
	ys[0] = s
	sink(ys[0]) // HIT
	copy(ys, xs)
	sink(ys) // HIT
	m := map[string]string{"a": s, "b": "c"}
	sink(m["a"]) // HIT
	sink(m["b"])
	if v, ok := m["a"]; ok {
		sink(v) // HIT
	}
	for k, v := range m {
		sink(v) // HIT
		_ = k
	}
	n := make(map[string]string)
	n["k"] = s
	sink(n["k"]) // HIT
	sink(n["l"])
	ch := make(chan string, 1)
	ch <- s
	sink(<-ch) // HIT
	for v := range ch {
		sink(v) // HIT
	}
	select {
	case v := <-ch:
		sink(v) // HIT
	}
	var zs []string
	zs = append(zs, xs...)
	sink(zs) // HIT
	bs := []byte(s)
	sink(string(bs)) // HIT
	rs := [2]string{s}
	sink(rs[0]) // HIT
}

func texts() {
	s := source()
	sink(fmt.Sprintf("%s", s)) // HIT
	sink("a" + s) // HIT
	var sb strings.Builder
	sb.WriteString("a")
	sb.WriteString(s)
	sink(sb.String()) // HIT
	sink(strings.Join([]string{"a", s}, ",")) // HIT
	sink(strings.TrimSpace(s)) // HIT
	var buf bytes.Buffer
	sink(label(s))         // HIT
	sink(string(label(s))) // HIT
	sink(label("x"))
	sink(new(box).value)
	bytes := make([]byte, 8)
	s.Read(bytes)
	sink(bytes) // HIT
	fmt.Fprintf(&buf, "%s", s)
	sink(buf.String()) // HIT
	var target string
	json.Unmarshal([]byte(s), &target)
	sink(target) // HIT
	r := strings.NewReader(s)
	sink(r) // HIT
	t := "x"
	t += s
	sink(t) // HIT
}

var global string

func setGlobal() {
	global = source()
}

func useGlobal() {
	setGlobal()
	sink(global) // HIT
}

func functions() {
	f := func(x string) string { return x }
	sink(f(source())) // HIT
	s := source()
	g := func() { sink(s) } // HIT
	g()
	go func(x string) {
		sink(x) // HIT
	}(source())
	defer func() {
		sink(s) // HIT
	}()
	defer sink(s) // HIT
	h := higher(func(x string) string { return x })
	sink(h(source())) // HIT
	var out string
	each([]string{s}, func(x string) { out = x })
	sink(out) // HIT
	k := named
	w, _ := k(source())
	sink(w) // HIT
	b := box{}
	m := b.set
	m(source())
	table := map[string]func(string) string{"a": f}
	sink(table["a"](source())) // HIT
}

func higher(f func(string) string) func(string) string {
	return func(x string) string { return f(x) }
}

func each(xs []string, f func(string)) {
	for _, x := range xs {
		f(x)
	}
}

func statements(k int, v interface{}) {
	x := "a"
	switch k {
	case 1:
		x = source()
	case 2:
		x = "b"
	}
	sink(x) // HIT
	var t interface{} = source()
	switch y := t.(type) {
	case string:
		sink(y) // HIT
	}
	z := t.(string)
	sink(z) // HIT
	if u, ok := t.(string); ok {
		sink(u) // HIT
	}
	for i := 0; i < 3; i++ {
		if i == 1 {
			x = source()
			continue
		}
		break
	}
	sink(x) // HIT
	var a, b = "a", source()
	sink(a)
	sink(b) // HIT
	a, b = b, a
	sink(a) // HIT
	sink(b)
	const c = "x"
	sink(c)
	switch {
	case k > 1:
		x = "c"
		fallthrough
	default:
		x = source()
	}
	sink(x) // HIT
}

func dispatch() {
	var r reader = plain{}
	sink(r.read(source())) // HIT
	var q reader = safe{}
	sink(q.read(source()))
}

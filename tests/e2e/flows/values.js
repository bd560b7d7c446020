function destructuring() {
  const { a, b: { c }, ...rest } = { a: 1, b: { c: source() }, d: source() };
  sink(a);
  sink(c); // HIT
  sink(rest.d); // HIT
  const [x, , y = 1] = [source(), 2, 3];
  sink(x); // HIT
  sink(y);
  const { missing = source() } = {};
  sink(missing); // HIT
  for (const { name } of [{ name: source(), other: 1 }]) sink(name); // HIT
  for (const [k, v] of Object.entries({ a: source() })) {
    sink(v); // HIT
  }
  for (const k in source()) sink(k); // HIT
  let p, q;
  [p, q] = [source(), 1];
  sink(p); // HIT
  sink(q);
  ({ p, q } = { p: 1, q: source() });
  sink(p);
  sink(q); // HIT
}

function parameters() {
  const f = ({ a, b }) => a;
  sink(f({ a: source(), b: 1 })); // HIT
  sink(f({ a: 1, b: source() }));
  const g = (a, b = source()) => b;
  sink(g(1)); // HIT
  sink(g(1, 2));
  const h = (...args) => args[1];
  sink(h(1, source())); // HIT
  sink(h(source(), 1));
  sink(h(...[1, source()])); // HIT
  function old() {
    return arguments[0];
  }
  sink(old(source())); // HIT
}

function spreading() {
  const s = { a: source(), b: 1 };
  const t = { ...s, c: 2 };
  sink(t.a); // HIT
  sink(t.b);
  sink({ ...s, a: 1 }.a);
  const xs = [...[source()], 1];
  sink(xs); // HIT
  sink(Object.assign({}, s).a); // HIT
  sink(JSON.parse(JSON.stringify(s))); // HIT
  sink(Math.max(...[source()])); // HIT
}

function texts() {
  const s = source();
  sink(`a${s}b`); // HIT
  sink("a" + s); // HIT
  sink(s?.a?.b); // HIT
  sink(s ?? "x"); // HIT
  sink(s || "x"); // HIT
  sink(s && "x"); // HIT
  sink([s, "b"].join(",")); // HIT
  sink("a".concat(s)); // HIT
  sink("x".replace("x", s)); // HIT
  sink("x".replace("x", () => s)); // HIT
  sink(tag`a${s}`); // HIT
  sink(s.split(",").map((x) => x.trim())[0]); // HIT
  let t = "";
  t += s;
  sink(t); // HIT
  sink((1, s)); // HIT
}

function collections() {
  const s = source();
  const xs = [];
  xs.push(1, s);
  sink(xs); // HIT
  sink(xs.pop()); // HIT
  const m = new Map();
  m.set("a", s);
  m.set("b", 1);
  sink(m.get("a")); // HIT
  sink(m.get("b"));
  m.delete("a");
  sink(m.get("a"));
  const set = new Set();
  set.add(s);
  sink([...set]); // HIT
  for (const v of m.values()) sink(v);
  const o = {};
  o["k"] = s;
  sink(o.k); // HIT
  sink(o.l);
  const key = "k";
  sink(o[key]); // HIT
  delete o.k;
  sink(o.k);
  sink(Array.from([s])); // HIT
  sink([s].concat([1])); // HIT
  sink([1].concat([s])); // HIT
  sink([s].slice(0, 1)); // HIT
  sink(Object.values({ a: s })); // HIT
  const n = new Map([["a", s]]);
  sink(n.get("a")); // HIT
}

function callbacks() {
  const s = [source()];
  s.forEach((x) => sink(x)); // HIT
  sink(s.map((x) => x)); // HIT
  sink(s.map((x) => 1));
  sink(s.map(function (x) { return x; })); // HIT
  sink(s.filter((x) => x.ok)); // HIT
  sink(s.reduce((a, x) => a + x, "")); // HIT
  sink(s.find((x) => x)); // HIT
  sink(s.flatMap((x) => [x])); // HIT
  s.map((x, i) => { sink(x); return i; }); // HIT
  setTimeout(() => sink(s), 1); // HIT
  let out = "";
  s.forEach((x) => { out += x; });
  sink(out); // HIT
  const named = (x) => sink(x); // HIT
  s.forEach(named);
}

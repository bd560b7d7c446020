async function awaiting() {
  const v = await fetchIt(source());
  sink(v); // HIT
  fetchIt(source()).then((r) => sink(r)); // HIT
  fetchIt(1).then((r) => source()).then((t) => sink(t)); // HIT
  fetchIt(1).then((r) => clean(source())).then((t) => sink(t));
  const [a, b] = await Promise.all([source(), 1]);
  sink(a); // HIT
  sink(b);
  try {
    await risky(1);
  } catch (e) {
    sink(e);
  }
  new Promise((resolve, reject) => resolve(source())).then((x) => sink(x)); // HIT
  sink(await Promise.resolve(source())); // HIT
  for await (const x of stream(source())) sink(x); // HIT
}

function* generator(x) {
  yield 1;
  yield x;
}

function* delegating(x) {
  yield* generator(x);
}

function generators() {
  for (const v of generator(source())) sink(v); // HIT
  for (const v of delegating(source())) sink(v); // HIT
  sink([...generator(source())]); // HIT
  sink(generator(source()).next().value); // HIT
}

function closures() {
  const x = source();
  const f = () => x;
  sink(f()); // HIT
  const make = (v) => ({ get: () => v, set(w) { v = w; } });
  sink(make(source()).get()); // HIT
  sink(make(1).get());
  let y = 1;
  const change = () => { y = source(); };
  change();
  sink(y); // HIT
  const curry = (a) => (b) => a + b;
  sink(curry(source())(1)); // HIT
  (function () {
    sink(x); // HIT
  })();
  ((v) => sink(v))(source()); // HIT
  const compose = (g, h) => (v) => g(h(v));
  sink(compose((v) => v, (v) => v)(source())); // HIT
  sink(compose((v) => 1, (v) => v)(source()));
}

class Base {
  #secret = 1;
  static shared;
  field = source();
  constructor(a, b) {
    this.a = a;
    this.b = b;
    this.bound = this.bound.bind(this);
  }
  get value() {
    return this.a;
  }
  set value(v) {
    this.a = v;
  }
  hide(v) {
    this.#secret = v;
  }
  shown() {
    return this.#secret;
  }
  static make(v) {
    return new Base(v, 1);
  }
  bound() {
    return this.a;
  }
  arrow = () => this.b;
}

class Derived extends Base {
  constructor(a) {
    super(a, 1);
    this.c = a;
  }
  both() {
    return super.bound() + 1;
  }
}

function classes() {
  const x = new Base(source(), 1);
  sink(x.a); // HIT
  sink(x.b);
  sink(x.value); // HIT
  sink(x.field); // HIT
  sink(x.bound()); // HIT
  const y = new Base(1, source());
  sink(y.value);
  sink(y.arrow()); // HIT
  y.value = source();
  sink(y.a); // HIT
  y.hide(source());
  sink(y.shown()); // HIT
  sink(Base.make(source()).a); // HIT
  Base.shared = source();
  sink(Base.shared); // HIT
  const d = new Derived(source());
  sink(d.a); // HIT
  sink(d.c); // HIT
  sink(d.b);
  sink(d.both()); // HIT
}

const object = {
  name: 1,
  setName(n) {
    this.name = n;
  },
  getName: function () {
    return this.name;
  },
};

function objects() {
  object.setName(source());
  sink(object.getName()); // HIT
  sink(object.name); // HIT
}

function Old(v) {
  this.v = v;
}
Old.prototype.get = function () {
  return this.v;
};

function prototypes() {
  const o = new Old(source());
  sink(o.v); // HIT
  sink(o.get()); // HIT
}

function switching(k) {
  let x = 1;
  switch (k) {
    case "a":
      x = source();
      break;
    case "b":
      x = 2;
    default:
      sink(x);
  }
  sink(x); // HIT
  switch (source()) {
    case "a":
      sink(1);
  }
}

function hoisted() {
  sink(later(source())); // HIT
  function later(v) {
    return v;
  }
}

const table = { id: (v) => v, one: (v) => 1 };
function tables() {
  sink(table.id(source())); // HIT
  sink(table["id"](source())); // HIT
  sink(table.one(source()));
  const { id } = table;
  sink(id(source())); // HIT
}

function calling() {
  const f = (a, b) => b;
  sink(f.call(null, 1, source())); // HIT
  sink(f.apply(null, [1, source()])); // HIT
  sink(f.bind(null, 1)(source())); // HIT
}

module.exports.handler = function (event) {
  const v = source();
  sink(v); // HIT
};

const emitter = new EventEmitter();
emitter.on("x", (v) => sink(v));
app.get("/", (req, res) => {
  sink(source(req)); // HIT
});

function trying() {
  let x;
  try {
    x = source();
    risky();
    x = 1;
  } catch (e) {
    sink(x); // HIT
  } finally {
    sink(x); // HIT
  }
  try {
    throw new Error(source());
  } catch (e) {
    sink(e.message); // HIT
  }
  sink(x); // HIT
}

label: for (let i = 0; i < 3; i++) {
  let x = source();
  while (true) {
    if (x) continue label;
    sink(x); // HIT
  }
}

async function promised() {
  sink(await new Promise((resolve) => { resolve(source()); })); // HIT
  const later = await new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", () => { text += source(); });
    stream.on("error", (error) => reject(error));
    stream.on("end", () => resolve(text));
  });
  sink(later); // HIT
  new Promise((resolve) => setTimeout(() => resolve(source()), 1)).then((value) => sink(value)); // HIT
  sink(await new Promise((resolve) => { source(); resolve(1); }));
  sink(await new Promise((resolve) => { other(source()); resolve(clean(source())); }));
}

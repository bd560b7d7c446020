struct Inner {
    name: String,
    other: String,
}

struct Wrapped(String, String);

enum Shape {
    Named(String),
    Fields { a: String, b: String },
    Empty,
}

impl Inner {
    fn new(name: String) -> Self {
        Inner { name, other: String::new() }
    }

    fn made(name: String) -> Inner {
        Self { name: name, other: "a".to_string() }
    }

    fn get(&self) -> &str {
        &self.name
    }

    fn set(&mut self, v: String) {
        self.name = v;
    }

    fn with(mut self, v: String) -> Self {
        self.name = v;
        self
    }
}

trait Area {
    fn area(&self, x: String) -> String;
}

struct Square;

impl Area for Square {
    fn area(&self, x: String) -> String {
        x
    }
}

struct Circle;

impl Area for Circle {
    fn area(&self, x: String) -> String {
        "a".to_string()
    }
}

fn same(x: String) -> String {
    x
}

fn second(a: String, b: String) -> String {
    return b;
}

fn early(x: String) -> Option<String> {
    if x.is_empty() {
        return None;
    }
    Some(x)
}

fn fill(target: &mut Vec<String>, v: String) {
    target.push(v);
}

fn change(target: &mut String, v: String) {
    *target = v;
}

fn generic<T>(x: T) -> T {
    x
}

fn higher<F: Fn(String) -> String>(f: F, x: String) -> String {
    f(x)
}

fn objects() {
    let a = Inner { name: source(), other: String::new() };
    sink(a.name); // HIT
    sink(a.other);
    let b = Inner::new(source());
    sink(b.name); // HIT
    sink(b.other);
    sink(b.get()); // HIT
    let c = Inner::made(source());
    sink(c.name); // HIT
    let mut d = Inner::new("a".to_string());
    d.set(source());
    sink(d.name); // HIT
    sink(Inner::new("a".to_string()).with(source()).name); // HIT
    let e = Wrapped(source(), "a".to_string());
    sink(e.0); // HIT
    sink(e.1);
    let f = Inner { name: source(), ..b };
    sink(f.name); // HIT
    let s = Square;
    sink(s.area(source())); // HIT
    let r = Circle;
    sink(r.area(source()));
    let t = (source(), "a");
    sink(t.0); // HIT
    sink(t.1);
    let (u, v) = t;
    sink(u); // HIT
    sink(v);
    let Inner { name, other } = a;
    sink(name); // HIT
    sink(other);
}

fn calls() {
    sink(same(source())); // HIT
    sink(second(source(), "a".to_string()));
    sink(second("a".to_string(), source())); // HIT
    sink(early(source()).unwrap()); // HIT
    let mut xs = Vec::new();
    fill(&mut xs, source());
    sink(xs); // HIT
    let mut s = String::new();
    change(&mut s, source());
    sink(s); // HIT
    sink(generic::<String>(source())); // HIT
    sink(higher(|x| x, source())); // HIT
    sink(higher(|x| "a".to_string(), source()));
    sink(higher(same, source())); // HIT
    let f = |x: String| x;
    sink(f(source())); // HIT
    let captured = source();
    let g = move || captured.clone();
    sink(g()); // HIT
}

fn texts() {
    let s = source();
    sink(format!("a{}", s)); // HIT
    sink("a".to_string() + &s); // HIT
    sink(s.trim().to_lowercase()); // HIT
    sink(&s[1..]); // HIT
    sink(s.as_str()); // HIT
    let mut t = String::new();
    t.push_str(&s);
    sink(&t); // HIT
    let mut u = String::from("a");
    u += &s;
    sink(u); // HIT
    let w: String = s.into();
    sink(w); // HIT
    let x = &s;
    sink(*x); // HIT
    let y = Box::new(source());
    sink(*y); // HIT
    let z = Some(source());
    sink(z.unwrap_or("a".to_string())); // HIT
    sink(source()?); // HIT
}

fn collections() {
    let s = source();
    let xs = vec!["a".to_string(), s.clone()];
    sink(xs[1]); // HIT
    for x in &xs {
        sink(x); // HIT
    }
    for (i, x) in xs.iter().enumerate() {
        sink(x); // HIT
    }
    let ys: Vec<String> = xs.iter().map(|x| x.clone()).collect();
    sink(ys); // HIT
    sink(xs.iter().map(|x| 1).collect());
    let mut m = HashMap::new();
    m.insert("a", s.clone());
    sink(m.get("a")); // HIT
    let a = ["a", &s];
    sink(a[0]);
    sink(a[1]); // HIT
    xs.iter().for_each(|x| sink(x)); // HIT
    sink(xs.first().unwrap()); // HIT
    while let Some(x) = xs.iter().next() {
        sink(x); // HIT
    }
    let mut zs = Vec::new();
    zs.push(s.clone());
    sink(zs.pop()); // HIT
    zs.clear();
    sink(zs);
}

fn statements(k: i32, shape: Shape) {
    let x = if k > 1 { source() } else { "a".to_string() };
    sink(x); // HIT
    let y = match k {
        1 => source(),
        _ => "a".to_string(),
    };
    sink(y); // HIT
    if let Some(z) = early(source()) {
        sink(z); // HIT
    }
    let Some(w) = early(source()) else { return };
    sink(w); // HIT
    let made = Shape::Named(source());
    match made {
        Shape::Named(n) => sink(n), // HIT
        Shape::Fields { a, b } => (),
        Shape::Empty => (),
    }
    let v = loop {
        break source();
    };
    sink(v); // HIT
    let b = {
        let inner = source();
        inner
    };
    sink(b); // HIT
    let mut c = "a".to_string();
    while k > 1 {
        c = source();
    }
    sink(c); // HIT
    let r: Result<String, String> = Ok(source());
    match r {
        Ok(v) => sink(v), // HIT
        Err(e) => sink(e), // HIT
    }
    let d = unsafe { source() };
    sink(d); // HIT
}

async fn asynchronous() {
    let v = fetch(source()).await;
    sink(v); // HIT
}

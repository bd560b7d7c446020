def loops():
    for i, v in enumerate([source()]):
        sink(v)  # HIT
    for k, v in {"a": source()}.items():
        sink(v)  # HIT
    for a, b in zip([1], [source()]):
        sink(b)  # HIT
    x = 1
    while cond():
        sink(x)  # HIT
        x = source()
    else:
        sink(x)  # HIT
    for v in reversed([source()]):
        sink(v)  # HIT


def matching(command):
    match source():
        case [a, b]:
            sink(a)  # HIT
        case {"k": v}:
            sink(v)  # HIT
        case Point(x=px):
            sink(px)  # HIT
        case str() as s:
            sink(s)  # HIT
        case other:
            sink(other)  # HIT


def trying():
    x = 1
    try:
        x = source()
        risky()
    except ValueError as e:
        sink(x)  # HIT
    finally:
        sink(x)  # HIT


def returned_in_finally():
    try:
        return 1
    finally:
        sink(source())  # HIT


def raised():
    try:
        raise ValueError(source())
    except ValueError as e:
        sink(e)  # HIT


def branches(c):
    if c:
        x = source()
    else:
        x = 1
    sink(x)  # HIT
    if c:
        y = source()
        y = clean(y)
    else:
        y = 1
    sink(y)


def conditional_expression(c):
    sink(source() if c else 1)  # HIT
    sink(1 if source() else 2)


def walrus():
    if (x := source()):
        sink(x)  # HIT


def comprehension():
    sink([x for x in source()])  # HIT
    sink({k: v for k, v in source().items()})  # HIT
    sink({x for x in [1, source()]})  # HIT
    sink("".join(x for x in source()))  # HIT
    sink([y for x in [[source()]] for y in x])  # HIT
    sink([1 for x in source()])


def texts():
    s = source()
    sink("a %s" % s)  # HIT
    sink("a {}".format(s))  # HIT
    sink(f"{s!r:>10}")  # HIT
    sink("a" + s + "b")  # HIT
    sink(s[1:])  # HIT
    sink(s.upper())  # HIT
    sink(s.split(",")[0])  # HIT
    sink(",".join(["a", s]))  # HIT
    sink("a" "b")
    t = "x"
    t += s
    sink(t)  # HIT


def deleted():
    x = source()
    del x
    x = 1
    sink(x)


def lists():
    s = source()
    xs = [1]
    xs.insert(0, s)
    sink(xs[0])  # HIT
    ys = []
    ys.extend([s])
    sink(ys.pop())  # HIT
    zs = [s]
    zs.clear()
    sink(zs)
    d = dict(a=s)
    sink(d["a"])  # HIT
    sink(d.get("a"))  # HIT
    e = {}
    e.update({"k": s})
    sink(e["k"])  # HIT
    g = {}
    g.setdefault("k", []).append(s)
    sink(g["k"])  # HIT
    h = {**{"k": s}, "o": 1}
    sink(h["k"])  # HIT
    sink(h["o"])
    i = [*xs, 1]
    sink(i)  # HIT
    t = (1, s)
    sink(t[0])
    sink(t[1])  # HIT
    j = set()
    j.add(s)
    sink(j)  # HIT
    k = [1, 2] + [s]
    sink(k)  # HIT
    m = [0] * 3
    m[1] = s
    sink(m[0])
    sink(m[1])  # HIT
    from collections import defaultdict, deque
    q = deque()
    q.appendleft(s)
    sink(q.popleft())  # HIT


def loop_break():
    x = 1
    for i in range(3):
        if i:
            x = source()
            break
    sink(x)  # HIT


def unreachable():
    if False:
        sink(source())
    return
    sink(source())


def asserted():
    x = source()
    assert x
    sink(x)  # HIT

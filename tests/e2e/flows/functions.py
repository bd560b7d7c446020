def identity(x):
    return x


def second(a, b):
    return b


def default(a, b="x"):
    return b


def rest(*args):
    return args[0]


def keywords(**kw):
    return kw["name"]


def mixed(a, *args, key=None, **kw):
    return key


def generator(x):
    for i in range(3):
        yield x


def late_generator(x):
    yield 1
    yield x


def delegating(x):
    yield from generator(x)


def calls():
    s = source()
    sink(identity(s))  # HIT
    sink(second(s, 1))
    sink(second(1, s))  # HIT
    sink(second(b=s, a=1))  # HIT
    sink(second(b=1, a=s))
    sink(default(s))
    sink(default(1, s))  # HIT
    sink(rest(s, 1))  # HIT
    sink(rest(1, s))
    sink(keywords(name=s))  # HIT
    sink(keywords(other=s))
    sink(mixed(s, s, other=s))
    sink(mixed(1, 2, key=s))  # HIT
    args = [1, s]
    sink(second(*args))  # HIT
    kw = {"a": s, "b": 1}
    sink(second(**kw))


def generators():
    for v in generator(source()):
        sink(v)  # HIT
    for v in delegating(source()):
        sink(v)  # HIT
    sink(next(late_generator(source())))  # HIT
    sink(list(generator(source())))  # HIT


def outer():
    value = source()

    def inner():
        sink(value)  # HIT
        return value

    sink(inner())  # HIT


def setter():
    value = 1

    def change():
        nonlocal value
        value = source()

    change()
    sink(value)  # HIT


state = None


def set_state():
    global state
    state = source()


def use_state():
    set_state()
    sink(state)  # HIT


def decorator(f):
    def wrapper(*args):
        return f(*args)
    return wrapper


@decorator
def decorated(x):
    return x


def through_decorator():
    sink(decorated(source()))  # HIT


def higher(f, x):
    return f(x)


def callbacks():
    sink(higher(identity, source()))  # HIT
    sink(higher(lambda v: v, source()))  # HIT
    sink(higher(lambda v: 1, source()))
    sink(list(map(lambda v: v, [source()])))  # HIT
    sink(list(map(lambda v: 1, [source()])))
    sink(list(filter(lambda v: v, [source()])))  # HIT
    sink(sorted([source()], key=lambda v: v))  # HIT


from functools import partial, reduce


def partially():
    p = partial(second, 1)
    sink(p(source()))  # HIT
    sink(reduce(lambda a, b: a + b, [source(), 1]))  # HIT


async def fetch(x):
    return x


async def asynchronous():
    v = await fetch(source())
    sink(v)  # HIT
    async for x in stream(source()):
        sink(x)  # HIT
    async with session(source()) as s:
        sink(s)  # HIT


def fact(n, acc):
    if n == 0:
        return acc
    return fact(n - 1, acc)


def even(n, x):
    return x if n == 0 else odd(n - 1, x)


def odd(n, x):
    return x if n == 1 else even(n - 1, x)


def recursive():
    sink(fact(5, source()))  # HIT
    sink(even(4, source()))  # HIT
    sink(even(4, 1))


def tuple_result(x):
    return 1, x


def unpacked():
    a, b = tuple_result(source())
    sink(a)
    sink(b)  # HIT
    a, *c = [1, source(), 2]
    sink(a)
    sink(c)  # HIT
    (d, (e, f)) = (1, (source(), 2))
    sink(d)
    sink(e)  # HIT
    sink(f)


def dictionary_of_functions():
    table = {"id": identity, "const": lambda v: 1}
    sink(table["id"](source()))  # HIT
    sink(table["const"](source()))


def nested_lambda():
    f = lambda a: lambda b: a + b
    sink(f(source())(1))  # HIT


def out_parameter(target, value):
    target.append(value)


def by_reference():
    xs = []
    out_parameter(xs, source())
    sink(xs)  # HIT
    ys = []
    out_parameter(ys, 1)
    sink(ys)

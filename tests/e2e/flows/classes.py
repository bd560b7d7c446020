class Box:
    shared = None

    def __init__(self, value, other=None):
        self.value = value
        self.other = other

    def get(self):
        return self.value

    @property
    def content(self):
        return self.value

    @staticmethod
    def same(value):
        return value

    @classmethod
    def of(cls, value):
        return cls(value)

    def set(self, value):
        self.value = value
        return self


class Lined(Box):
    def __init__(self, value):
        super().__init__(value)
        self.extra = 1

    def both(self):
        return self.get()


def constructor():
    box = Box(source())
    sink(box.value)  # HIT
    sink(box.other)
    sink(box.get())  # HIT
    sink(box.content)  # HIT


def keyword():
    box = Box(1, other=source())
    sink(box.value)
    sink(box.other)  # HIT


def static():
    sink(Box.same(source()))  # HIT
    sink(Box.same(1))


def made_by_class():
    sink(Box.of(source()).value)  # HIT


def chained():
    box = Box(1).set(source())
    sink(box.value)  # HIT
    sink(Box(1).set(source()).get())  # HIT


def inherited():
    lined = Lined(source())
    sink(lined.value)  # HIT
    sink(lined.both())  # HIT
    sink(lined.extra)


def class_field():
    Box.shared = source()
    sink(Box.shared)  # HIT


class Job:
    def __init__(self):
        self.name = source()
        self.count = 0

    def run(self):
        sink(self.name)  # HIT
        sink(self.count)


class Shape:
    def area(self, value):
        return 1


class Square(Shape):
    def area(self, value):
        return value


def dispatch():
    shape = Square()
    sink(shape.area(source()))  # HIT
    sink(Shape().area(source()))


def attribute_by_name():
    box = Box(1)
    setattr(box, "value", source())
    sink(getattr(box, "value"))  # HIT


def context_manager():
    with open(source()) as f:
        sink(f)  # HIT


class Holder:
    def __init__(self):
        self.handler = None

    def register(self, handler):
        self.handler = handler

    def fire(self, value):
        return self.handler(value)


def stored_callback():
    holder = Holder()
    holder.register(lambda v: v)
    sink(holder.fire(source()))  # HIT


from dataclasses import dataclass


@dataclass
class Point:
    x: str
    y: str = ""


def data_class():
    p = Point(source(), "a")
    sink(p.x)  # HIT
    sink(p.y)
    q = Point(y=source(), x="a")
    sink(q.x)
    sink(q.y)  # HIT

class Classes {
    private String field;
    private static String shared;
    private final String made = source();
    private String other = "a";
    private Repo repo = new Repo();

    Classes(String x) {
        this.field = x;
    }

    Classes() {
        this(source());
    }

    String getField() {
        return field;
    }

    void setField(String x) {
        field = x;
    }

    Classes with(String x) {
        this.field = x;
        return this;
    }

    void inOne() {
        this.other = source();
        useOther();
    }

    void useOther() {
        sink(this.other); // HIT
    }

    void fields() {
        sink(made); // HIT
        shared = source();
        sink(Classes.shared); // HIT
        sink(repo.id(source())); // HIT
        sink(repo.none(source()));
    }

    static void main() {
        Classes a = new Classes(source());
        sink(a.getField()); // HIT
        sink(a.field); // HIT
        sink(a.other);
        Classes b = new Classes("x");
        sink(b.getField());
        b.setField(source());
        sink(b.getField()); // HIT
        Classes c = new Classes("x").with(source());
        sink(c.field); // HIT
        Classes d = new Classes();
        sink(d.field); // HIT
        Sub sub = new Sub(source());
        sub.show();
        sink(sub.getField()); // HIT
        Shape shape = new Square();
        sink(shape.area(source())); // HIT
        Shape round = new Circle();
        sink(round.area(source()));
        Pair pair = new Pair(source(), "a");
        sink(pair.left()); // HIT
        sink(pair.right());
        Builder built = new Builder().name(source()).size("a");
        sink(built.build().name); // HIT
        Inner inner = new Inner();
        inner.value = source();
        sink(inner.value); // HIT
        sink(inner.clear);
        sink(varargs("a", source())); // HIT
        sink(Kind.A.of(source())); // HIT
        sink(over("a"));
        sink(over("a", source())); // HIT
        sink(generic(source())); // HIT
        fill(inner, source());
        sink(inner.clear); // HIT
    }

    static void fill(Inner target, String x) {
        target.clear = x;
    }

    static <T> T generic(T x) {
        return x;
    }

    static String over(String x) {
        return "a";
    }

    static String over(String x, String y) {
        return y;
    }

    static String varargs(String... all) {
        return all[1];
    }

    static class Inner {
        String value;
        String clear;
    }

    enum Kind {
        A;

        String of(String x) {
            return x;
        }
    }

    record Pair(String left, String right) {}

    static class Builder {
        String name;
        String size;

        Builder name(String n) {
            this.name = n;
            return this;
        }

        Builder size(String s) {
            this.size = s;
            return this;
        }

        Builder build() {
            return this;
        }
    }
}

class Sub extends Classes {
    Sub(String x) {
        super(x);
    }

    void show() {
        sink(getField()); // HIT
    }
}

interface Shape {
    String area(String x);
}

class Square implements Shape {
    public String area(String x) {
        return x;
    }
}

class Circle implements Shape {
    public String area(String x) {
        return "a";
    }
}

class Repo {
    String id(String x) {
        return x;
    }

    String none(String x) {
        return "a";
    }
}

class Kept {
    protected String kept;
    protected String other;
}

class Heir extends Kept {
    void take() {
        kept = source();
    }

    void give() {
        sink(kept); // HIT
        sink(other);
    }
}

class Stranger {
    void give() {
        sink(kept);
    }
}

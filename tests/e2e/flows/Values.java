import java.util.*;
import java.util.function.*;
import java.util.stream.*;

class Values {
    void builders() {
        String s = source();
        StringBuilder sb = new StringBuilder();
        sb.append("a").append(s).append("b");
        sink(sb.toString()); // HIT
        StringBuilder clean = new StringBuilder("x");
        clean.append("y");
        sink(clean.toString());
        sink(new StringBuilder(s).reverse().toString()); // HIT
        StringBuffer buffer = new StringBuffer();
        buffer.insert(0, s);
        sink(buffer.toString()); // HIT
        sink(String.format("%s", s)); // HIT
        sink("a" + s); // HIT
        sink(s.concat("x")); // HIT
        sink("x".concat(s)); // HIT
        sink(String.join(",", List.of(s))); // HIT
        sink(String.valueOf(s)); // HIT
        sink(s.substring(1).trim().toLowerCase()); // HIT
        sink(s.getBytes()); // HIT
        byte[] bytes = new byte[8];
        s.read(bytes);
        sink(bytes); // HIT
        byte[] part = new byte[8];
        s.read(part, 0, 4);
        sink(part); // HIT
        byte[] whole = new byte[8];
        s.readFully(whole);
        sink(new String(whole)); // HIT
        byte[] fixed = new byte[8];
        "x".read(fixed);
        sink(fixed);
        String t = "";
        t += s;
        sink(t); // HIT
        StringJoiner joiner = new StringJoiner(",");
        joiner.add(s);
        sink(joiner.toString()); // HIT
    }

    void collections() {
        String s = source();
        List<String> list = new ArrayList<>();
        list.add("a");
        list.add(s);
        sink(list.get(0));
        sink(list.get(1)); // HIT
        Map<String, String> map = new HashMap<>();
        map.put("a", s);
        map.put("b", "x");
        sink(map.get("a")); // HIT
        sink(map.get("b"));
        for (Map.Entry<String, String> e : map.entrySet()) {
            sink(e.getValue()); // HIT
        }
        for (String v : list) sink(v); // HIT
        Iterator<String> it = list.iterator();
        while (it.hasNext()) sink(it.next()); // HIT
        String[] array = {"a", s};
        sink(array[0]);
        sink(array[1]); // HIT
        String[] other = new String[2];
        other[0] = s;
        sink(other[0]); // HIT
        sink(other[1]);
        sink(Arrays.asList(s, "a")); // HIT
        sink(list.toArray()); // HIT
        Set<String> set = new HashSet<>(list);
        sink(set); // HIT
        Deque<String> deque = new ArrayDeque<>();
        deque.push(s);
        sink(deque.pop()); // HIT
        Queue<String> queue = new LinkedList<>();
        queue.offer(s);
        sink(queue.poll()); // HIT
        List<String> copy = new ArrayList<>();
        copy.addAll(list);
        sink(copy); // HIT
        Collections.addAll(copy, "a");
        Optional<String> o = Optional.of(s);
        sink(o.get()); // HIT
        sink(o.orElse("x")); // HIT
        sink(o.map(x -> x).orElse("")); // HIT
        o.ifPresent(x -> sink(x)); // HIT
        list.clear();
        sink(list);
    }

    void streams() {
        List<String> list = List.of(source());
        sink(list.stream().map(x -> x).collect(Collectors.toList())); // HIT
        sink(list.stream().map(x -> "a").collect(Collectors.toList()));
        sink(list.stream().filter(x -> x.isEmpty()).findFirst().get()); // HIT
        list.forEach(x -> sink(x)); // HIT
        list.stream().map(String::trim).forEach(x -> sink(x)); // HIT
        list.forEach(this::use);
        sink(list.stream().reduce("", (a, b) -> a + b)); // HIT
        sink(list.stream().collect(Collectors.joining(","))); // HIT
        sink(Stream.of(source()).toList()); // HIT
    }

    void use(String x) {
        sink(x); // HIT
    }

    void lambdas() {
        Function<String, String> f = x -> x;
        sink(f.apply(source())); // HIT
        Supplier<String> s = () -> source();
        sink(s.get()); // HIT
        Consumer<String> c = x -> sink(x); // HIT
        c.accept(source());
        BiFunction<String, String, String> b = (x, y) -> y;
        sink(b.apply(source(), "a"));
        sink(b.apply("a", source())); // HIT
        Function<String, String> g = Values::same;
        sink(g.apply(source())); // HIT
        Runnable r = new Runnable() {
            public void run() {
                sink(source()); // HIT
            }
        };
        r.run();
        String captured = source();
        Runnable t = () -> sink(captured); // HIT
        sink(f.andThen(x -> x).apply(source())); // HIT
    }

    static String same(String x) {
        return x;
    }

    void statements(int k, Object o) throws Exception {
        String x = "a";
        switch (k) {
            case 1:
                x = source();
                break;
            default:
                x = "b";
        }
        sink(x); // HIT
        String y = switch (k) {
            case 1 -> source();
            default -> "a";
        };
        sink(y); // HIT
        String z = switch (k) {
            case 1: yield source();
            default: yield "a";
        };
        sink(z); // HIT
        Object tainted = source();
        if (tainted instanceof String str) {
            sink(str); // HIT
        }
        if (tainted instanceof Pair(String l, String m)) {
            sink(l); // HIT
        }
        switch (tainted) {
            case String q -> sink(q); // HIT
            default -> sink("");
        }
        try (Reader r = open(source())) {
            sink(r); // HIT
        }
        String w = "a";
        try {
            w = source();
            risky();
        } catch (Exception e) {
            sink(w); // HIT
        } finally {
            sink(w); // HIT
        }
        do {
            w = source();
        } while (more());
        sink(w); // HIT
        synchronized (this) {
            sink(w); // HIT
        }
        String v = k > 0 ? source() : "a";
        sink(v); // HIT
        var u = (String) source();
        sink(u); // HIT
        for (int i = 0, n = 2; i < n; i++) {
            sink(u); // HIT
        }
        try {
            throw new RuntimeException(source());
        } catch (RuntimeException e) {
            sink(e.getMessage()); // HIT
        }
        outer:
        for (;;) {
            u = source();
            break outer;
        }
        sink(u); // HIT
    }
}

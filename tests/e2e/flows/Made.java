/* Containers that functions make of what they are given, and members of enums. */
interface Told {
    String TOLD = source();
    String PLAIN = "a";
}

class Made implements Told {
    void inherited() {
        sink(TOLD); // HIT
        sink(PLAIN);
    }

    enum Kind {
        TOLD(source(), "a"), PLAIN("b", source());
        private final String label;
        private final String other;
        Kind(String label, String other) { this.label = label; this.other = other; }
        String label() { return label; }
    }

    void lists() {
        sink(List.of(source(), "a").get(0)); // HIT
        sink(List.of(source(), "a").get(1));
        sink(java.util.Arrays.asList("a", source()).get(1)); // HIT
        sink(java.util.Arrays.asList("a", source()).get(0));
        sink(List.of("a", source())); // HIT
    }

    void maps() {
        Map<String, String> m = Map.of("a", source(), "b", "c");
        sink(m.get("a")); // HIT
        sink(m.get("b"));
        sink(Map.ofEntries(Map.entry("a", source()), Map.entry("b", "c")).get("a")); // HIT
        sink(Map.ofEntries(Map.entry("a", source()), Map.entry("b", "c")).get("b"));
    }

    void optionals(Optional<String> given) {
        sink(Optional.of(source()).get()); // HIT
        sink(given.orElse(source())); // HIT
        sink(given.orElseGet(() -> source())); // HIT
        sink(Objects.requireNonNullElse("a", source())); // HIT
        sink(given.orElse("a"));
    }

    void loops(int n) {
        String x = source();
        for (int i = 0; i < 3; i++) x = "a";
        sink(x);
        String y = source();
        for (int i = 0; i < n; i++) y = "a";
        sink(y); // HIT
        String z = "a";
        int k = 0;
        while (k < 3) {
            if (n > k) break;
            z = source();
            k++;
        }
        sink(z); // HIT
        String w = source();
        int m = 0;
        while (m < 2) {
            m++;
            if (m == n) continue;
            w = "a";
        }
        sink(w); // HIT
        String v = source();
        for (int i = 5; i < 3; i++) v = "a";
        sink(v); // HIT
    }

    void entries() {
        Map.Entry<String, String> e = Map.entry("a", source());
        sink(e.getKey());
        sink(e.getValue()); // HIT
    }

    void emptied() {
        StringBuilder text = new StringBuilder(source());
        sink(text); // HIT
        text.setLength(0);
        text.append("a");
        sink(text.toString());
    }

    void members() {
        sink(Kind.TOLD.label()); // HIT
        sink(Kind.PLAIN.label());
        sink(Kind.PLAIN.other); // HIT
    }
}

/* Objects that somebody else sets: what they were declared as says what is called. */
interface Store {
    void keep(String x);

    void drop(String x);
}

class DiskStore implements Store {
    private final Disk disk;

    DiskStore(Disk disk) {
        this.disk = disk;
    }

    public void keep(String x) {
        disk.write(x);
    }

    public void drop(String x) {
        disk.erase(x);
    }
}

class Disk {
    void write(String x) {
        sink(x); // HIT
    }

    void erase(String x) {
        sink(x);
    }

    void clear(String x) {
        sink(x); // HIT
    }

    void format(String x) {
        sink(x);
    }
}

class Desk {
    @Inject private Store store;
    private Unknown unknown;
    private java.util.List<Disk> disks;

    void put() {
        store.keep(source());
        store.drop("fixed");
        unknown.format(source());
        disks.format(source());
    }

    void given(Disk disk) {
        disk.clear(source());
    }
}

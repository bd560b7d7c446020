/* Objects that somebody else sets: what they were declared as says what is called. */
interface Store {
    fun keep(x: String)
    fun drop(x: String)
}

class DiskStore(private val disk: Disk) : Store {
    override fun keep(x: String) = disk.write(x)
    override fun drop(x: String) = disk.erase(x)
}

class Disk {
    fun write(x: String) {
        sink(x) // HIT
    }

    fun erase(x: String) {
        sink(x)
    }
}

class Desk(private val store: Store) {
    fun put() {
        store.keep(source())
        store.drop("fixed")
    }
}

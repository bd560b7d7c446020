/* Objects that somebody else sets: what they were declared as says what is called. */
interface IStore
{
    void Keep(string x);
    void Drop(string x);
}

class DiskStore : IStore
{
    private readonly Disk _disk;

    public DiskStore(Disk disk)
    {
        _disk = disk;
    }

    public void Keep(string x) => _disk.Write(x);
    public void Drop(string x) => _disk.Erase(x);
}

class Disk
{
    public void Write(string x)
    {
        sink(x); // HIT
    }

    public void Erase(string x)
    {
        sink(x);
    }
}

class Desk
{
    private readonly IStore _store;

    public Desk(IStore store) => _store = store;

    void Put()
    {
        _store.Keep(source());
        _store.Drop("fixed");
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

record Pair(string Left, string Right);

interface IShape
{
    string Area(string x);
}

class Square : IShape
{
    public string Area(string x) => x;
}

class Circle : IShape
{
    public string Area(string x) => "a";
}

class Box
{
    private string _value;
    public static string Shared;

    public Box(string v)
    {
        _value = v;
    }

    public Box() : this("a") { }

    public string Value
    {
        get { return _value; }
        set { _value = value; }
    }

    public string Short => _value;

    public string Auto { get; set; }

    public string Other { get; set; } = "a";

    public Box Set(string v)
    {
        _value = v;
        return this;
    }

    public static Box Make(string v) => new Box(v);
}

class Lined : Box
{
    public Lined(string v) : base(v) { }

    public string Both() => base.Short;
}

class Program
{
    void Objects()
    {
        var box = new Box(source());
        sink(box.Value); // HIT
        sink(box.Short); // HIT
        sink(box.Auto);
        var two = new Box("a");
        two.Value = source();
        sink(two.Short); // HIT
        two.Auto = source();
        sink(two.Auto); // HIT
        sink(two.Other);
        var three = new Box { Auto = source(), Other = "b" };
        sink(three.Auto); // HIT
        sink(three.Other);
        sink(new Box("a").Set(source()).Value); // HIT
        sink(Box.Make(source()).Value); // HIT
        Box.Shared = source();
        sink(Box.Shared); // HIT
        var lined = new Lined(source());
        sink(lined.Value); // HIT
        sink(lined.Both()); // HIT
        var pair = new Pair(source(), "a");
        sink(pair.Left); // HIT
        sink(pair.Right);
        var other = pair with { Right = source() };
        sink(other.Right); // HIT
        IShape shape = new Square();
        sink(shape.Area(source())); // HIT
        IShape round = new Circle();
        sink(round.Area(source()));
        var anonymous = new { A = source(), B = "b" };
        sink(anonymous.A); // HIT
        sink(anonymous.B);
    }

    string Same(string x, string y = "a") => x;

    string Last(params string[] all) => all[1];

    bool Try(string x, out string result)
    {
        result = x;
        return true;
    }

    void Change(ref string x)
    {
        x = source();
    }

    void Calls()
    {
        sink(Same(source())); // HIT
        sink(Same("a", source()));
        sink(Same(y: source(), x: "a"));
        sink(Same(y: "a", x: source())); // HIT
        sink(Last("a", source())); // HIT
        Try(source(), out var made);
        sink(made); // HIT
        string s = "a";
        Change(ref s);
        sink(s); // HIT
        Func<string, string> f = x => x;
        sink(f(source())); // HIT
        Func<string, string> g = delegate (string x) { return x; };
        sink(g(source())); // HIT
        Action<string> h = x => sink(x); // HIT
        h(source());
        string Local(string x) => x;
        sink(Local(source())); // HIT
        sink(this.Same(source())); // HIT
        var (a, b) = Both(source());
        sink(a); // HIT
        sink(b);
    }

    (string, string) Both(string x) => (x, "a");

    void Texts()
    {
        var s = source();
        sink($"a{s}"); // HIT
        sink("a" + s); // HIT
        sink(string.Format("{0}", s)); // HIT
        sink(string.Concat("a", s)); // HIT
        sink(string.Join(",", new[] { "a", s })); // HIT
        sink(s.Trim().ToLower()); // HIT
        sink(s ?? "a"); // HIT
        sink(s?.Length); // HIT
        sink(s[0]); // HIT
        var sb = new StringBuilder();
        sb.Append("a").Append(s);
        sink(sb.ToString()); // HIT
        sink((string)s); // HIT
        sink(s as string); // HIT
        var t = "a";
        t += s;
        sink(t); // HIT
        t ??= "b";
        sink(t); // HIT
    }

    void Collections()
    {
        var s = source();
        var list = new List<string> { "a", s };
        sink(list[0]);
        sink(list[1]); // HIT
        var map = new Dictionary<string, string> { ["a"] = s, ["b"] = "c" };
        sink(map["a"]); // HIT
        sink(map["b"]);
        var old = new Dictionary<string, string> { { "a", s }, { "b", "c" } };
        sink(old["a"]); // HIT
        map.TryGetValue("a", out var found);
        sink(found); // HIT
        foreach (var x in list) sink(x); // HIT
        foreach (var (k, v) in map)
        {
            sink(v); // HIT
        }
        foreach (var entry in map) sink(entry.Value); // HIT
        var array = new string[] { "a", s };
        sink(array[0]);
        sink(array[1]); // HIT
        sink(list.Select(x => x).ToList()); // HIT
        sink(list.Select(x => "a").ToList());
        sink(list.Where(x => x.Length > 1).First()); // HIT
        sink(list.Aggregate("", (acc, x) => acc + x)); // HIT
        sink(from x in list where x != null select x); // HIT
        list.ForEach(x => sink(x)); // HIT
        var made = new List<string>();
        made.Add(s);
        sink(made[0]); // HIT
        made.Clear();
        sink(made);
        var queue = new Queue<string>();
        queue.Enqueue(s);
        sink(queue.Dequeue()); // HIT
        byte[] bytes = new byte[8];
        s.Read(bytes, 0, 8);
        sink(bytes); // HIT
        string[] spread = [.. list, "b"];
        sink(spread); // HIT
    }

    void Statements(int k, object o)
    {
        string x = "a";
        switch (k)
        {
            case 1:
                x = source();
                break;
            default:
                x = "b";
                break;
        }
        sink(x); // HIT
        var y = k switch { 1 => source(), _ => "a" };
        sink(y); // HIT
        object tainted = source();
        if (tainted is string str)
        {
            sink(str); // HIT
        }
        if (tainted is Pair { Left: var left })
        {
            sink(left); // HIT
        }
        switch (tainted)
        {
            case string q:
                sink(q); // HIT
                break;
        }
        using (var r = Open(source()))
        {
            sink(r); // HIT
        }
        using var w = Open(source());
        sink(w); // HIT
        try
        {
            x = source();
            Risky();
        }
        catch (Exception e) when (k > 1)
        {
            sink(x); // HIT
        }
        finally
        {
            sink(x); // HIT
        }
        lock (this)
        {
            sink(x); // HIT
        }
        for (var i = 0; i < 3; i++) x = source();
        sink(x); // HIT
        goto end;
    end:
        sink(x); // HIT
    }

    async Task Asynchronous()
    {
        var v = await Fetch(source());
        sink(v); // HIT
        await foreach (var x in Stream(source())) sink(x); // HIT
    }

    void Named()
    {
        var pair = (a: "x", b: source());
        sink(pair.a);
        sink(pair.b); // HIT
    }

    IEnumerable<string> Generate(string x)
    {
        yield return "a";
        yield return x;
    }

    void Generated()
    {
        foreach (var x in Generate(source())) sink(x); // HIT
    }
}

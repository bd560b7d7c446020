#include <string>
#include <vector>
#include <map>

class Box {
public:
    std::string value;
    std::string other;
    static std::string shared;

    Box(std::string v) : value(v), other("a") {}
    Box() {}

    std::string get() const { return value; }

    void set(const std::string &v) { this->value = v; }

    Box &with(std::string v)
    {
        value = v;
        return *this;
    }

    static Box make(std::string v) { return Box(v); }
    std::string outside(std::string x);
};

std::string Box::outside(std::string x)
{
    return x;
}

class Lined : public Box {
public:
    Lined(std::string v) : Box(v) {}
    std::string both() { return get(); }
};

class Shape {
public:
    virtual std::string area(std::string x) = 0;
};

class Square : public Shape {
public:
    std::string area(std::string x) override { return x; }
};

struct Plain {
    std::string a;
    std::string b;
};

template <typename T> T same(T x)
{
    return x;
}

void change(std::string &t, std::string v)
{
    t = v;
}

namespace inner {
std::string id(std::string x)
{
    return x;
}
}

void objects()
{
    Box box = Box(source());
    sink(box.value); // HIT
    sink(box.get()); // HIT
    sink(box.other);
    Box *two = new Box(source());
    sink(two->value); // HIT
    sink(two->get()); // HIT
    Box three;
    three.set(source());
    sink(three.value); // HIT
    sink(Box("a").with(source()).value); // HIT
    sink(Box::make(source()).value); // HIT
    sink(box.outside(source())); // HIT
    Lined lined{source()};
    sink(lined.value); // HIT
    sink(lined.both()); // HIT
    Square square;
    sink(square.area(source())); // HIT
    Plain p{source(), "a"};
    sink(p.a); // HIT
    sink(p.b);
    auto made = std::make_unique<Box>(source());
    sink(made->value); // HIT
    auto [x, y] = std::make_pair(source(), "a");
    sink(x); // HIT
}

void calls()
{
    sink(same<std::string>(source())); // HIT
    sink(same(source())); // HIT
    std::string s;
    change(s, source());
    sink(s); // HIT
    sink(inner::id(source())); // HIT
    auto f = [](std::string x) { return x; };
    sink(f(source())); // HIT
    std::string captured = source();
    auto g = [&]() { return captured; };
    sink(g()); // HIT
    auto h = [captured](int n) { sink(captured); }; // HIT
    std::string &alias = captured;
    sink(alias); // HIT
    sink(std::move(captured)); // HIT
    sink(static_cast<const char *>(source())); // HIT
}

void collections()
{
    std::string s = source();
    std::vector<std::string> xs;
    xs.push_back("a");
    xs.push_back(s);
    sink(xs); // HIT
    for (const auto &x : xs) {
        sink(x); // HIT
    }
    for (auto it = xs.begin(); it != xs.end(); ++it) {
        sink(*it); // HIT
    }
    std::map<std::string, std::string> m;
    m["a"] = s;
    sink(m["a"]); // HIT
    sink(m["b"]);
    std::vector<std::string> ys = {"a", s};
    sink(ys[0]);
    sink(ys[1]); // HIT
    std::stringstream ss;
    ss << "a" << s;
    sink(ss.str()); // HIT
    std::string first, second;
    ss >> first >> second;
    sink(first);  // HIT
    sink(second); // HIT
    std::stringstream none("a");
    std::string other;
    none >> other;
    sink(other);
    std::string whole;
    std::getline(ss, whole);
    sink(whole); // HIT
    char bytes[8];
    ss.read(bytes, 8);
    sink(bytes); // HIT
    char line[8];
    ss.getline(line, 8);
    sink(line); // HIT
    sink(s.c_str()); // HIT
    sink("a" + s); // HIT
    s += "a";
    sink(s); // HIT
    std::string t;
    t.append(s);
    sink(t); // HIT
    std::string in;
    in.assign(s);
    sink(in); // HIT
    std::for_each(xs.begin(), xs.end(), [](std::string x) { sink(x); }); // HIT
    xs.clear();
    sink(xs);
}

void statements(int k)
{
    std::string x = "a";
    try {
        x = source();
        risky();
    } catch (const std::exception &e) {
        sink(x); // HIT
    }
    try {
        throw std::runtime_error(source());
    } catch (const std::exception &e) {
        sink(e.what()); // HIT
    }
    if (auto y = source(); k > 1) {
        sink(y); // HIT
    }
    sink(k > 1 ? source() : x); // HIT
}

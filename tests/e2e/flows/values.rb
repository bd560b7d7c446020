class Box
  attr_accessor :value, :other
  @@shared = 1
  LIMIT = 3

  def initialize(value, other: nil)
    @value = value
    @other = other
  end

  def get
    @value
  end

  def set(v)
    @value = v
    self
  end

  def value_of_shared
    @@shared
  end

  def share(v)
    @@shared = v
  end

  def self.make(v)
    new(v)
  end

  def each
    yield @value
  end

  def show
    sink(helper(source())) # HIT
  end

  private

  def helper(x)
    x
  end
end

class Lined < Box
  def initialize(v)
    super(v)
    @extra = 1
  end

  def both
    get
  end
end

module Mix
  def self.id(x)
    x
  end
end

def identity(x)
  x
end

def early(x)
  return 1 if x.nil?

  x
end

def keywords(a:, b: 1)
  b
end

def rest(*args)
  args[1]
end

def options(opts = {})
  opts[:name]
end

def yielder(x)
  yield x
end

def block_caller(x, &block)
  block.call(x)
end

def objects
  box = Box.new(source())
  sink(box.value) # HIT
  sink(box.other)
  sink(box.get) # HIT
  box = Box.new(1, other: source())
  sink(box.value)
  sink(box.other) # HIT
  box.value = source()
  sink(box.get) # HIT
  sink(Box.new(1).set(source()).value) # HIT
  sink(Box.make(source()).get) # HIT
  lined = Lined.new(source())
  sink(lined.value) # HIT
  sink(lined.both) # HIT
  box.share(source())
  sink(box.value_of_shared) # HIT
  sink(Mix.id(source())) # HIT
  Box.new(source()).each { |v| sink(v) } # HIT
end

def calls
  sink(identity(source())) # HIT
  sink identity source() # HIT
  sink(early(source())) # HIT
  sink(keywords(a: source()))
  sink(keywords(a: 1, b: source())) # HIT
  sink(rest(source(), 1))
  sink(rest(1, source())) # HIT
  sink(options(name: source())) # HIT
  sink(options(other: source()))
  yielder(source()) { |v| sink(v) } # HIT
  yielder(source()) do |v|
    sink(v) # HIT
  end
  sink(block_caller(source()) { |v| v }) # HIT
  f = ->(v) { v }
  sink(f.call(source())) # HIT
  sink(f.(source())) # HIT
  g = lambda { |v| 1 }
  sink(g.call(source()))
  h = proc { |v| v }
  sink(h[source()]) # HIT
  sink([source()].map(&:to_s)) # HIT
  sink([source()].map { |v| v }) # HIT
  sink([source()].map { |v| 1 })
  sink(source().then { |v| v }) # HIT
  sink(method(:identity).call(source())) # HIT
  sink([1, source()].each_with_object([]) { |v, acc| acc << v }) # HIT
  sink([source()].inject("") { |a, v| a + v }) # HIT
  sink(send(:identity, source())) # HIT
end

def texts
  s = source()
  sink("a#{s}b") # HIT
  sink("a" + s) # HIT
  sink("a" << s) # HIT
  sink("a %s" % s) # HIT
  sink(format("%s", s)) # HIT
  sink(s.strip.upcase) # HIT
  sink(%w[a b])
  sink(<<~TEXT) # HIT
    a #{s}
  TEXT
  t = +""
  t << s
  sink(t) # HIT
  u = "x"
  u += s
  sink(u) # HIT
  u.concat(s)
  v ||= s
  sink(v) # HIT
  sink(s&.length) # HIT
  sink(`ls #{s}`) # HIT
  sink(/a#{s}/) # HIT
end

def collections
  s = source()
  xs = [1, s]
  sink(xs[0])
  sink(xs[1]) # HIT
  sink(xs.first)
  sink(xs.last) # HIT
  xs << s
  sink(xs) # HIT
  h = { a: s, "b" => 1 }
  sink(h[:a]) # HIT
  sink(h["b"])
  sink(h.fetch(:a)) # HIT
  h.each { |k, v| sink(v) } # HIT
  h.each_pair do |k, v|
    sink(v) # HIT
  end
  i = {}
  i[:k] = s
  sink(i[:k]) # HIT
  sink(i[:l])
  sink(h.merge(c: 1)[:a]) # HIT
  a, *b = [1, s]
  sink(a)
  sink(b) # HIT
  a, b = 1, s
  sink(a)
  sink(b) # HIT
  xs.each_with_index { |v, n| sink(v) } # HIT
  for v in xs
    sink(v) # HIT
  end
  sink([*xs, 1]) # HIT
  sink(h.values) # HIT
  sink(h.to_a) # HIT
  sink({ **h, z: 1 }[:a]) # HIT
  sink(xs.select { |v| v }) # HIT
  sink(Struct.new(:a).new(s).a) # HIT
end

def statements(k)
  x = case k
      when 1 then source()
      else 1
      end
  sink(x) # HIT
  y = if k then source() else 1 end
  sink(y) # HIT
  y = 1 unless k
  begin
    z = source()
    risky
  rescue StandardError => e
    sink(z) # HIT
  ensure
    sink(z) # HIT
  end
  begin
    raise source()
  rescue => e
    sink(e) # HIT
  end
  case source()
  in { name: String => n }
    sink(n) # HIT
  in [a, b]
    sink(a) # HIT
  end
  while k
    w = source()
    break
  end
  sink(w) # HIT
  until k
    w = 1
  end
  $global = source()
  sink($global) # HIT
  sink(source()) if k # HIT
  loop do
    sink(x) # HIT
    break
  end
  3.times { sink(x) } # HIT
end

case class Pair(left: String, right: String)

class Box(val value: String, other: String = "a") {
  var kept: String = "a"
  def short: String = value
  def get(): String = value
  def set(v: String): Box = {
    kept = v
    this
  }
}

class Lined(v: String) extends Box(v) {
  def both = super.get()
}

object Box {
  def make(v: String) = new Box(v)
}

trait Shape {
  def area(x: String): String
}

class Square extends Shape {
  def area(x: String): String = x
}

class Circle extends Shape {
  def area(x: String): String = "a"
}

object Main {
  def same(x: String) = x
  def second(a: String, b: String = "x"): String = b
  def last(all: String*) = all(1)
  def curried(a: String)(b: String): String = b
  def higher(x: String, f: String => String) = f(x)

  def objects(): Unit = {
    val box = new Box(source())
    sink(box.value) // HIT
    sink(box.short) // HIT
    sink(box.get()) // HIT
    sink(box.kept)
    box.kept = source()
    sink(box.kept) // HIT
    sink(new Box("a").set(source()).kept) // HIT
    sink(Box.make(source()).value) // HIT
    val lined = new Lined(source())
    sink(lined.value) // HIT
    sink(lined.both) // HIT
    val p = Pair(source(), "a")
    sink(p.left) // HIT
    sink(p.right)
    val q = p.copy(right = source())
    sink(q.right) // HIT
    val Pair(l, r) = p
    sink(l) // HIT
    sink(r)
    val shape: Shape = new Square()
    sink(shape.area(source())) // HIT
    val round: Shape = new Circle()
    sink(round.area(source()))
  }

  def calls(): Unit = {
    sink(same(source())) // HIT
    sink(second(source()))
    sink(second(b = source(), a = "x")) // HIT
    sink(last("a", source())) // HIT
    sink(curried("a")(source())) // HIT
    sink(higher(source(), x => x)) // HIT
    sink(higher(source(), x => "a"))
    sink(higher(source(), same)) // HIT
    val f = (x: String) => x
    sink(f(source())) // HIT
    val g: String => String = { x => x }
    sink(g(source())) // HIT
    val (a, b) = (source(), "a")
    sink(a) // HIT
    sink(b)
  }

  def texts(): Unit = {
    val s = source()
    sink(s"a$s") // HIT
    sink(s"a${s.length}") // HIT
    sink("a" + s) // HIT
    sink(s.trim) // HIT
    sink(s trim) // HIT
    var t = "a"
    t += s
    sink(t) // HIT
    val sb = new StringBuilder
    sb.append("a").append(s)
    sink(sb.toString) // HIT
    sink("%s".format(s)) // HIT
  }

  def collections(): Unit = {
    val s = source()
    val xs = List("a", s)
    sink(xs) // HIT
    val m = Map("a" -> s)
    sink(m("a")) // HIT
    for (x <- xs) sink(x) // HIT
    val ys = for (x <- xs) yield x
    sink(ys) // HIT
    for {
      x <- xs
      y = x
    } sink(y) // HIT
    sink(xs.map(x => x)) // HIT
    sink(xs.map(_ => "a"))
    sink(xs.map(_.trim)) // HIT
    xs.foreach(x => sink(x)) // HIT
    xs.foreach { x => sink(x) } // HIT
    xs.foreach { case x => sink(x) } // HIT
    sink(xs.foldLeft("")((a, x) => a + x)) // HIT
    sink(xs.head)
    sink(Option(s).getOrElse("a")) // HIT
    sink(Some(s).map(x => x)) // HIT
    val buffer = ListBuffer[String]()
    buffer += s
    sink(buffer) // HIT
    sink("a" :: s :: Nil) // HIT
    sink(xs ++ List("b")) // HIT
  }

  def statements(k: Int): Unit = {
    val x = if (k > 1) source() else "a"
    sink(x) // HIT
    val y = k match {
      case 1 => source()
      case _ => "a"
    }
    sink(y) // HIT
    val tainted: Any = source()
    tainted match {
      case s: String => sink(s) // HIT
      case Pair(l, _) => sink(l) // HIT
      case o => sink(o) // HIT
    }
    val z = try {
      source()
    } catch {
      case e: Exception => "a"
    }
    sink(z) // HIT
    var w = "a"
    while (k > 1) {
      w = source()
    }
    sink(w) // HIT
    try {
      w = source()
      risky()
    } catch {
      case e: Exception => sink(w) // HIT
    } finally {
      sink(w) // HIT
    }
    lazy val l = source()
    sink(l) // HIT
    sink(source().as[String]) // HIT
    sink(l).as[Int] // HIT
    sink("a".as[String])
    Option(source()) match {
      case Some(v) => sink(v) // HIT
      case None => sink("a")
    }
  }
}

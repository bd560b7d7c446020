// Containers that functions make of what they are given.
class Made {
  def lists(): Unit = {
    val l = List(source(), "a")
    sink(l(0)) // HIT
    sink(l(1))
  }

  def maps(): Unit = {
    val m = Map("a" -> source(), "b" -> "c")
    sink(m("a")) // HIT
    sink(m("b"))
    sink(m.get("a")) // HIT
    sink(Map("a" -> source(), "b" -> "c")("b"))
  }

  def pairs(): Unit = {
    val p = "a" -> source()
    sink(p._2) // HIT
    sink(p._1)
  }

  def options(given: Option[String]): Unit = {
    sink(Some(source()).get) // HIT
    sink(given.getOrElse(source())) // HIT
    sink(given.getOrElse("a"))
  }
}

import play.api.mvc._

class Orders extends BaseController {
  def show(id: String) = Action { request =>
    sink(id) // HIT
    sink(request.getQueryString("a")) // HIT
    sink(request.body) // HIT
    sink(request.attrs)
    Ok("")
  }
}

class Directives {
  import akka.http.scaladsl.server.Directives._

  val route = path("a") {
    parameter("n") { n =>
      sink(n) // HIT
    }
  } ~ path("b" / Segment) { name =>
    sink(name) // HIT
  } ~ path("c" / IntNumber) { id =>
    sink(id)
  }
}

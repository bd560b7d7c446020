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

[ApiController]
class Orders : ControllerBase
{
    [HttpGet("{id}")]
    public IActionResult Find([FromRoute] string id, [FromQuery] string name)
    {
        sink(id); // HIT
        sink(name); // HIT
        sink(Request.Headers["a"]); // HIT
        sink(Request.Query["a"]); // HIT
        sink(User);
        return Ok();
    }

    [HttpPost]
    public IActionResult Create([FromBody] Order order)
    {
        sink(order.Name); // HIT
        return Ok();
    }
}

class Program
{
    static void Main()
    {
        app.MapGet("/{id}", (string id) =>
        {
            sink(id); // HIT
        });
    }
}

class Line : Hub
{
    public Task Say(string text)
    {
        sink(text); // HIT
        return Task.CompletedTask;
    }
}

class Upload : Controller
{
    void Take(IFormFile file)
    {
        sink(file.FileName); // HIT
        sink(file.Length);
    }
}

class Search : System.Web.UI.Page
{
    void Find()
    {
        sink(txtName.Text); // HIT
        sink(other.Text);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using MongoDB.Bson;
using MongoDB.Driver;

public class PatientsController : Controller
{
    private readonly IMongoCollection<BsonDocument> _patients;
    private readonly Container _container;

    [HttpGet]
    public IActionResult Where(string name)
    {
        var filter = new BsonDocument("$where", "this.name == '" + name + "'"); // pave: expect nosql-injection
        return Ok(_patients.Find(filter).ToList());
    }

    [HttpGet]
    public IActionResult Parsed(string name)
    {
        var filter = BsonDocument.Parse("{ name: '" + name + "' }"); // pave: expect nosql-injection
        return Ok(_patients.Find(filter).ToList());
    }

    [HttpGet]
    public IActionResult Text(string name)
    {
        return Ok(_patients.Find($"{{ name: '{name}' }}").ToList()); // pave: expect nosql-injection
    }

    [HttpGet]
    public IActionResult Cosmos(string ward)
    {
        var query = new QueryDefinition("SELECT * FROM c WHERE c.ward = '" + ward + "'"); // pave: expect nosql-injection
        return Ok(query);
    }
}

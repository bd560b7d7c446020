using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using MongoDB.Bson;
using MongoDB.Driver;

public class PatientsController : Controller
{
    private readonly IMongoCollection<BsonDocument> _patients;

    [HttpGet]
    public IActionResult Equal(string name)
    {
        return Ok(_patients.Find(Builders<BsonDocument>.Filter.Eq("name", name)).ToList());
    }

    [HttpGet]
    public IActionResult Document(string name)
    {
        return Ok(_patients.Find(new BsonDocument("name", name)).ToList());
    }

    [HttpGet]
    public IActionResult Cosmos(string ward)
    {
        return Ok(new QueryDefinition("SELECT * FROM c WHERE c.ward = @ward").WithParameter("@ward", ward));
    }

    [HttpGet]
    public IActionResult Linq(string name)
    {
        return Ok(_patients.Find(patient => patient["name"] == name).ToList());
    }
}

using System.Data;
using System.Data.SqlClient;
using Dapper;
using Microsoft.AspNetCore.Mvc;

public class PatientsController : Controller
{
    private readonly ClinicContext _db;
    private readonly IDbConnection _connection;

    public IActionResult Find(string name)
    {
        var command = new SqlCommand("SELECT * FROM patients WHERE name = '" + name + "'"); // pave: expect sql-injection
        return Ok(command.ExecuteReader());
    }

    [HttpGet("by-ward")]
    public IActionResult ByWard([FromQuery] string ward)
    {
        using var command = new SqlCommand();
        command.CommandText = $"SELECT * FROM patients WHERE ward = '{ward}'"; // pave: expect sql-injection
        return Ok(command.ExecuteScalar());
    }

    public IActionResult Raw()
    {
        string order = Request.Query["order"];
        var rows = _db.Patients.FromSqlRaw("SELECT * FROM patients ORDER BY " + order); // pave: expect sql-injection
        return Ok(rows);
    }

    public IActionResult Small(string city)
    {
        string sql = string.Format("SELECT * FROM patients WHERE city = '{0}'", city);
        return Ok(_connection.Query<Patient>(sql)); // pave: expect sql-injection
    }

    private static readonly HashSet<string> ForbiddenColumns = new() { "secret" };

    /* A list of what is refused lets all else through, and half a form says nothing of the rest. */
    [HttpGet]
    public SqlCommand NotRefused(string column)
    {
        if (ForbiddenColumns.Contains(column)) return null;
        return new SqlCommand("SELECT * FROM patients ORDER BY " + column); // pave: expect sql-injection
    }

    [HttpGet]
    public SqlCommand Half(string column)
    {
        if (!Regex.IsMatch(column, "[a-z_]+")) return null;
        return new SqlCommand("SELECT * FROM patients ORDER BY " + column); // pave: expect sql-injection
    }

    [HttpGet]
    public async Task<object> Rows(string name)
    {
        await using var connection = new SqlConnection(Settings);
        return await connection.QueryAsync("SELECT * FROM patients WHERE name = '" + name + "'"); // pave: expect sql-injection
    }
}

public class SearchController : Controller
{
    private readonly ClinicContext _context;

    [HttpGet("search")]
    public IActionResult Search(string keyword)
    {
        var query = $"SELECT * FROM Patients WHERE Name LIKE '%{keyword}%'";
        return Ok(_context.Patients.FromSql(query).ToList()); // pave: expect sql-injection
    }
}

public class IndexModel : PageModel
{
    [BindProperty]
    public string Name { get; set; }

    public void OnPost()
    {
        var command = new SqlCommand("SELECT * FROM Patients WHERE Name = '" + Name + "'"); // pave: expect sql-injection
    }

    public void OnGet(string id)
    {
        var command = new SqlCommand("SELECT * FROM Patients WHERE Id = '" + id + "'"); // pave: expect sql-injection
    }
}

public class PatientService : Patients.PatientsBase
{
    public override Task<Patient> Find(FindRequest request, ServerCallContext context)
    {
        var command = new SqlCommand("SELECT * FROM Patients WHERE Name = '" + request.Name + "'"); // pave: expect sql-injection
        return null;
    }
}

public class BodyController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Take()
    {
        using var reader = new StreamReader(Request.Body);
        var ward = await reader.ReadToEndAsync();
        var command = new SqlCommand("SELECT * FROM Patients WHERE Ward = '" + ward + "'"); // pave: expect sql-injection
        return Ok();
    }
}

public class Initialised : Microsoft.AspNetCore.Mvc.ControllerBase
{
    [HttpGet]
    public void Read(string name)
    {
        var command = new SqlCommand { CommandText = "SELECT * FROM wards WHERE name = '" + name + "'" }; // pave: expect sql-injection
        command.ExecuteReader();
    }
}

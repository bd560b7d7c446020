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
        var command = new SqlCommand("SELECT * FROM patients WHERE name = @name");
        command.Parameters.AddWithValue("@name", name);
        return Ok(command.ExecuteReader());
    }

    public IActionResult Number(string id)
    {
        int number = int.Parse(id);
        var command = new SqlCommand("SELECT * FROM patients WHERE id = " + number);
        return Ok(command.ExecuteScalar());
    }

    public IActionResult Interpolated(string ward)
    {
        return Ok(_db.Patients.FromSqlInterpolated($"SELECT * FROM patients WHERE ward = {ward}"));
    }

    public IActionResult Small(string city)
    {
        return Ok(_connection.Query<Patient>("SELECT * FROM patients WHERE city = @city", new { city }));
    }

    private static readonly HashSet<string> AllowedColumns = new() { "name", "born" };

    /* Checked before it is used, in the ways that people write it. */
    [HttpGet]
    public SqlCommand Sorted(string column)
    {
        if (!AllowedColumns.Contains(column)) return null;
        return new SqlCommand("SELECT * FROM patients ORDER BY " + column);
    }

    [HttpGet]
    public SqlCommand Then(string column)
    {
        if (column != null && AllowedColumns.Contains(column))
        {
            return new SqlCommand("SELECT * FROM patients ORDER BY " + column);
        }
        return null;
    }

    [HttpGet]
    public SqlCommand OrDefault(string column)
    {
        if (!AllowedColumns.Contains(column)) { column = "name"; }
        return new SqlCommand("SELECT * FROM patients ORDER BY " + column);
    }

    [HttpGet]
    public SqlCommand Plain(string column)
    {
        if (!Regex.IsMatch(column, "^[a-z_]{1,20}$")) throw new ArgumentException(nameof(column));
        return new SqlCommand("SELECT * FROM patients ORDER BY " + column);
    }

    [HttpGet]
    public object TakenApart(string name)
    {
        return _db.Patients.FromSql($"SELECT * FROM patients WHERE name = {name}").ToList();
    }
}

public class IndexModel : PageModel
{
    [BindProperty]
    public string Name { get; set; }

    public string Table { get; set; }

    public void OnPost(int page)
    {
        var command = new SqlCommand("SELECT * FROM " + Table + " WHERE Name = @name OFFSET " + page);
        command.Parameters.AddWithValue("@name", Name);
    }

    private static readonly Dictionary<string, string> Columns = new() { ["name"] = "u.Name" };

    public IActionResult Sorted(string sort)
    {
        if (!Columns.TryGetValue(sort, out var order)) order = "u.Id";
        return Ok(_connection.Query("SELECT u.Name FROM users u ORDER BY " + order));
    }

    public IActionResult Several(string[] ids)
    {
        var marks = string.Join(",", ids.Select((_, i) => $"@p{i}"));
        return Ok(_connection.Query($"SELECT u.Name FROM users u WHERE id IN ({marks})", ids));
    }
}

public enum Column
{
    Name,
    Ward
}

public class SortedController : Controller
{
    private static readonly HashSet<string> Sortable = new() { "name", "ward" };
    private static readonly Dictionary<string, string> Tables = new() { ["a"] = "patients" };

    [HttpGet]
    public IActionResult By(Column column)
    {
        var command = new SqlCommand("SELECT * FROM patients ORDER BY " + column);
        return Ok();
    }

    [HttpGet]
    public IActionResult In(string order)
    {
        if (!Sortable.Contains(order))
        {
            return BadRequest();
        }
        var command = new SqlCommand("SELECT * FROM patients ORDER BY " + order);
        return Ok();
    }

    [HttpGet]
    public IActionResult From(string key)
    {
        if (!Tables.TryGetValue(key, out var table))
        {
            return BadRequest();
        }
        var command = new SqlCommand("SELECT * FROM " + table);
        return Ok();
    }
}

public class Bodies : Microsoft.AspNetCore.Mvc.ControllerBase
{
    public record Body(string Name, int Age);

    [HttpPost]
    public void Older([FromBody] Body body)
    {
        new SqlCommand("SELECT * FROM patients WHERE age > " + body.Age, connection).ExecuteReader();
    }
}

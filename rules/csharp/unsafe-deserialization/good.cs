using System.Text.Json;
using Newtonsoft.Json;

public class Reader
{
    public Record Read(string text)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
        return JsonSerializer.Deserialize<Record>(text);
    }

    object Untyped(string text)
    {
        return new JavaScriptSerializer().DeserializeObject(text);
    }
}

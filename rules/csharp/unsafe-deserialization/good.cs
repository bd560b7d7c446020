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

public class Typed
{
    public object Xml(Stream stream)
    {
        return new XmlSerializer(typeof(Visit)).Deserialize(stream);
    }

    public object Named(Stream stream)
    {
        return new DataContractSerializer(Type.GetType("Clinic.Visit")).ReadObject(stream);
    }
}

using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using Newtonsoft.Json;

public class Reader
{
    public object Read(Stream stream)
    {
        var formatter = new BinaryFormatter();
        return formatter.Deserialize(stream); // pave: expect unsafe-deserialization
    }

    public object ReadJson(string text)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }; // pave: expect unsafe-deserialization
        return JsonConvert.DeserializeObject(text, settings);
    }

    object Typed(string text)
    {
        return new JavaScriptSerializer(new SimpleTypeResolver()).DeserializeObject(text); // pave: expect unsafe-deserialization
    }
}

public class Typed
{
    public object Xml(string type, Stream stream)
    {
        return new XmlSerializer(Type.GetType(type)).Deserialize(stream); // pave: expect unsafe-deserialization
    }

    public object Contract(Stream stream)
    {
        var serializer = new NetDataContractSerializer();
        return serializer.ReadObject(stream); // pave: expect unsafe-deserialization
    }

    public object Pickled(Stream stream)
    {
        var pickler = FsPickler.CreateJsonSerializer();
        return pickler.Deserialize<object>(stream); // pave: expect unsafe-deserialization
    }
}

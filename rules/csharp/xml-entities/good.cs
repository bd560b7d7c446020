using System.Xml;

public class Letters
{
    public XmlReader Open(string path)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        return XmlReader.Create(path, settings);
    }

    public XmlDocument Document(string text)
    {
        var document = new XmlDocument();
        document.XmlResolver = null;
        document.LoadXml(text);
        return document;
    }
}

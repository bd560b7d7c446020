using System.Xml;

public class Letters
{
    public XmlReader Open(string path)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse; // pave: expect xml-entities
        return XmlReader.Create(path, settings);
    }

    public XmlDocument Document(string text)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver(); // pave: expect xml-entities
        document.LoadXml(text);
        return document;
    }

    public XmlReaderSettings Short()
    {
        return new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse }; // pave: expect xml-entities
    }
}

public class Older
{
    public void Read(XmlReaderSettings settings)
    {
        settings.ProhibitDtd = false; // pave: expect xml-entities
    }
}

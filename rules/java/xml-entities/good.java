import java.io.InputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;

class Reader {
    Object read(InputStream in) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(in);
    }

    Object stream(InputStream in) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(in);
    }

    Object elsewhere(InputStream in) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        Parsers.configure(factory);
        return factory.createXMLStreamReader(in);
    }
}

class Shipped {
    Object settings() throws Exception {
        return javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Shipped.class.getResourceAsStream("/settings.xml"));
    }

    Object more() throws Exception {
        java.io.InputStream in = Shipped.class.getResourceAsStream("/more.xml");
        return javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
}

import java.io.InputStream;
import java.net.Socket;
import javax.servlet.http.HttpServletRequest;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.openhealthtools.mdht.uml.cda.util.CDAUtil;
import org.xml.sax.InputSource;

class Letters {
    Schema rules(HttpServletRequest request) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        return factory.newSchema(new StreamSource(request.getInputStream())); // pave: expect xml-outside
    }

    Schema halfClosed(HttpServletRequest request) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalSchema", "");
        return factory.newSchema(new StreamSource(request.getReader())); // pave: expect xml-outside
    }

    void check(HttpServletRequest request, Schema schema) throws Exception {
        Validator validator = schema.newValidator();
        validator.validate(new StreamSource(request.getInputStream())); // pave: expect xml-outside
    }

    void render(HttpServletRequest request, Transformer sheet, StreamResult page) throws Exception {
        sheet.transform(new StreamSource(request.getInputStream()), page); // pave: expect xml-outside
    }

    Transformer sheet(HttpServletRequest request) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        return factory.newTransformer(new StreamSource(request.getInputStream())); // pave: expect xml-outside
    }

    String ward(Socket line) throws Exception {
        XPath path = XPathFactory.newInstance().newXPath();
        InputStream in = line.getInputStream();
        return path.evaluate("/letter/ward", new InputSource(in)); // pave: expect xml-outside
    }

    Object letter(HttpServletRequest request) throws Exception {
        return CDAUtil.load(request.getInputStream()); // pave: expect xml-outside
    }
}

class Copied {
    void copy(javax.servlet.http.HttpServletRequest request, java.io.Writer out) throws Exception {
        javax.xml.transform.TransformerFactory factory = javax.xml.transform.TransformerFactory.newInstance();
        factory.newTransformer().transform(new javax.xml.transform.stream.StreamSource(request.getInputStream()), new javax.xml.transform.stream.StreamResult(out)); // pave: expect xml-outside
    }
}

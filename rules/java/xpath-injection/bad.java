package clinic;

import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

class Formulary {
    String dose(HttpServletRequest request, Document drugs) throws XPathExpressionException {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate("/drugs/drug[@name='" + request.getParameter("drug") + "']/dose", drugs); // pave: expect xpath-injection
    }
}

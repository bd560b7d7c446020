package clinic;

import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

class Formulary {
    String dose(HttpServletRequest request, Document drugs) throws XPathExpressionException {
        String drug = request.getParameter("drug");
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setXPathVariableResolver(name -> drug);
        return xpath.evaluate("/drugs/drug[@name=$drug]/dose", drugs);
    }
}

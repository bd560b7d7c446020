package clinic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

class Import {
    Patient read(HttpServletRequest request) throws IOException {
        return new ObjectMapper().readValue(request.getInputStream(), Patient.class);
    }
}

class Filtered {
    Object read(HttpServletRequest request) throws Exception {
        java.io.ObjectInputStream in = new java.io.ObjectInputStream(request.getInputStream());
        in.setObjectInputFilter(java.io.ObjectInputFilter.Config.createFilter("clinic.*;!*"));
        return in.readObject();
    }

    Object plain(HttpServletRequest request) throws IOException {
        return new org.yaml.snakeyaml.Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(new org.yaml.snakeyaml.LoaderOptions())).load(request.getReader());
    }
}

class Listed {
    private final com.thoughtworks.xstream.XStream kept = new com.thoughtworks.xstream.XStream();

    Listed() {
        kept.allowTypesByWildcard(new String[] {"clinic.**"});
    }

    Object one(javax.servlet.http.HttpServletRequest request) throws java.io.IOException {
        com.thoughtworks.xstream.XStream xstream = new com.thoughtworks.xstream.XStream();
        xstream.allowTypes(new Class[] {String.class});
        return xstream.fromXML(request.getInputStream());
    }

    Object other(javax.servlet.http.HttpServletRequest request) throws java.io.IOException {
        return kept.fromXML(request.getInputStream());
    }
}

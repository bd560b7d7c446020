package clinic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

class Import {
    Patient read(HttpServletRequest request) throws IOException {
        return new ObjectMapper().readValue(request.getInputStream(), Patient.class);
    }
}

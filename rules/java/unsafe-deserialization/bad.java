package clinic;

import java.io.IOException;
import java.io.ObjectInputStream;
import javax.servlet.http.HttpServletRequest;

class Import {
    Object read(HttpServletRequest request) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(request.getInputStream()).readObject(); // pave: expect unsafe-deserialization
    }
}

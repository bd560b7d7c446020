package clinic;

import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.*;

class Import {
    Object read(HttpServletRequest request) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(request.getInputStream()).readObject(); // pave: expect unsafe-deserialization
    }
}

@RestController
class Sent {
    @PostMapping("/visit")
    Object take(@RequestBody byte[] visit) throws Exception {
        return new ObjectInputStream(new ByteArrayInputStream(visit)).readObject(); // pave: expect unsafe-deserialization
    }
}

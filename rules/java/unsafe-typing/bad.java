package clinic;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.remoting.httpinvoker.HttpInvokerServiceExporter;

class Mappers {
    ObjectMapper open() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.enableDefaultTyping(); // pave: expect unsafe-typing
        return mapper;
    }

    Object exported() {
        return new HttpInvokerServiceExporter(); // pave: expect unsafe-typing
    }
}

@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) // pave: expect unsafe-typing
interface Letter {
}

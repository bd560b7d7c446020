package clinic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

class Mappers {
    ObjectMapper named() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfSubType("clinic.").build());
        return mapper;
    }
}

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({})
interface Letter {
}

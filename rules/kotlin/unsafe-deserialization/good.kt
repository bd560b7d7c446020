import com.fasterxml.jackson.databind.ObjectMapper
import java.io.FileInputStream
import java.io.ObjectInputStream
import javax.servlet.http.HttpServletRequest

class Intake {
    fun read(request: HttpServletRequest, mapper: ObjectMapper): Any {
        return mapper.readValue(request.inputStream, Order::class.java)
    }

    fun kept(): Any {
        return ObjectInputStream(FileInputStream("/srv/state")).readObject()
    }
}

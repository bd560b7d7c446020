import java.net.URL
import okhttp3.Request
import retrofit2.Retrofit

class Wards {
    private val base = "http://wards.clinic.de/"

    fun list(): String = URL("http://wards.clinic.de/list").readText() // pave: expect clear-transport

    fun request(): Request = Request.Builder().url("http://letters.clinic.de/").build() // pave: expect clear-transport

    fun service(): Retrofit = Retrofit.Builder().baseUrl(base).build() // pave: expect clear-transport
}

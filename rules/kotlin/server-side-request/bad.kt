import java.net.URL
import okhttp3.Request
import org.springframework.web.bind.annotation.RequestParam

class Proxy {
    fun fetch(@RequestParam url: String): String {
        return URL(url).readText() // pave: expect server-side-request
    }

    fun request(@RequestParam where: String): Request {
        return Request.Builder().url("http://$where/status").build() // pave: expect server-side-request
    }
}

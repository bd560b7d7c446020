import java.net.URL
import java.net.URLEncoder
import org.springframework.web.bind.annotation.RequestParam

class Proxy {
    fun fetch(@RequestParam id: String): String {
        return URL("https://lab.clinic.example/results/" + URLEncoder.encode(id, "UTF-8")).readText()
    }

    fun fixed(@RequestParam ignored: String): String {
        return URL("https://lab.clinic.example/results").readText()
    }

    fun oneHost(@RequestParam id: String): String {
        return URL("https://lab.clinic.example/results/$id").readText()
    }
}

import org.springframework.web.bind.annotation.RequestParam

class Tools {
    fun ping(@RequestParam times: String) {
        Runtime.getRuntime().exec("ping -c ${times.toInt()} db.clinic.example")
    }

    fun fixed(@RequestParam ignored: String) {
        ProcessBuilder("uptime").start()
    }
}

class Traced {
    fun trace(@RequestParam host: String) {
        ProcessBuilder("traceroute", "--", host).start()
        ProcessBuilder(listOf("ping", "-c", "1", host)).start()
    }
}

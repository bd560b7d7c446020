import javax.net.ssl.SSLContext
import javax.net.ssl.SSLSocket

class Line {
    fun now() = SSLContext.getInstance("TLSv1.3")

    fun socket(socket: SSLSocket) {
        socket.enabledProtocols = arrayOf("TLSv1.2", "TLSv1.3")
    }
}

class Versions {
    fun settings() {
        System.setProperty("https.protocols", "TLSv1.2,TLSv1.3")
    }
}

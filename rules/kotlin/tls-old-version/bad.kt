import javax.net.ssl.SSLContext
import javax.net.ssl.SSLSocket

class Line {
    fun old() = SSLContext.getInstance("TLSv1") // pave: expect tls-old-version

    fun socket(socket: SSLSocket) {
        socket.enabledProtocols = arrayOf("TLSv1.1", "TLSv1.2") // pave: expect tls-old-version
    }
}

class Versions {
    private val oldest = "TLSv1"

    fun context(): SSLContext {
        return SSLContext.getInstance(oldest) // pave: expect tls-old-version
    }

    fun settings() {
        System.setProperty("https.protocols", "TLSv1.1,TLSv1.2") // pave: expect tls-old-version
    }
}

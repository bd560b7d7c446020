package clinic;

import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

class Line {
    Socket bare(SSLSocketFactory factory) throws Exception {
        return factory.createSocket("mail.clinic.example", 993); // pave: expect tls-host-unchecked
    }

    void talk(String host) throws Exception {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(host, 443); // pave: expect tls-host-unchecked
        socket.startHandshake();
    }
}

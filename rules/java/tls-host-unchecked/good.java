package clinic;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

class Line {
    Socket named(SSLSocketFactory factory) throws Exception {
        SSLSocket socket = (SSLSocket) factory.createSocket("mail.clinic.example", 993);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    Socket verified(SSLSocketFactory factory, HostnameVerifier names, String host) throws Exception {
        SSLSocket socket = (SSLSocket) factory.createSocket(host, 993);
        if (!names.verify(host, socket.getSession())) {
            throw new IOException("another host");
        }
        return socket;
    }
}

class Handing extends SSLSocketFactory {
    private SSLSocketFactory base;

    public Socket createSocket(String host, int port) throws IOException {
        return base.createSocket(host, port);
    }
}

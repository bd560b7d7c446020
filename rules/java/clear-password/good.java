package clinic;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.PasswordAuthentication;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import javax.crypto.Cipher;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

class Courier {
    Connection sealed(Cipher cipher) throws Exception {
        Socket socket = new Socket("vault.clinic.example", 7000);
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), "UTF-8"));
        String secret = new String(cipher.doFinal(lines.readLine().getBytes("UTF-8")), "UTF-8");
        return DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", secret);
    }

    Connection overTls() throws Exception {
        URLConnection page = new URL("https://vault.clinic.example/db").openConnection();
        BufferedReader lines = new BufferedReader(new InputStreamReader(page.getInputStream(), "UTF-8"));
        return DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", lines.readLine());
    }

    void login(PasswordAuthentication login, SSLSocketFactory factory) throws Exception {
        SSLSocket socket = (SSLSocket) factory.createSocket(new Socket("mail.clinic.example", 110), "mail.clinic.example", 110, true);
        socket.getSSLParameters().setEndpointIdentificationAlgorithm("HTTPS");
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
        out.println("PASS " + new String(login.getPassword()));
    }

    void greet(PasswordAuthentication login) throws Exception {
        Socket socket = new Socket("chat.clinic.example", 6667);
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
        out.println("NICK " + login.getUserName());
    }
}

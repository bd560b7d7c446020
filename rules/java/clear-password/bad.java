package clinic;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import javax.servlet.http.HttpServletRequest;

class Courier {
    Connection fetched() throws Exception {
        Socket socket = new Socket("vault.clinic.example", 7000);
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), "UTF-8"));
        String secret = lines.readLine();
        return DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", secret); // pave: expect clear-password
    }

    PasswordAuthentication told() throws Exception {
        ServerSocket door = new ServerSocket(7001);
        Socket visitor = door.accept();
        BufferedReader lines = new BufferedReader(new InputStreamReader(visitor.getInputStream(), "UTF-8"));
        return new PasswordAuthentication("clinic", lines.readLine().toCharArray()); // pave: expect clear-password
    }

    Connection downloaded() throws Exception {
        URLConnection page = new URL("http://vault.clinic.example/db").openConnection();
        BufferedReader lines = new BufferedReader(new InputStreamReader(page.getInputStream(), "UTF-8"));
        return DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", lines.readLine()); // pave: expect clear-password
    }

    void login(PasswordAuthentication login) throws Exception {
        String secret = new String(login.getPassword());
        Socket socket = new Socket("mail.clinic.example", 110);
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
        out.println("PASS " + secret); // pave: expect clear-password
    }

    void relay(HttpServletRequest request, Socket unused) throws Exception {
        Socket socket = new Socket("old.clinic.example", 23);
        socket.getOutputStream().write(request.getParameter("password").getBytes("UTF-8")); // pave: expect clear-password
    }
}

package clinic;

import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Base64;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.directory.InitialDirContext;
import org.apache.http.client.methods.HttpPost;

class Logins {
    void page(String login) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://lab.clinic.test/results").openConnection();
        connection.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes())); // pave: expect clear-login
    }

    void post(String encoded) {
        String where = "http://lab.clinic.test/results";
        HttpPost post = new HttpPost(where);
        post.addHeader("Authorization", "Basic " + encoded); // pave: expect clear-login
    }

    Object directory(String password) throws Exception {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.PROVIDER_URL, "ldap://directory.clinic.test:389");
        environment.put(Context.SECURITY_AUTHENTICATION, "simple");
        environment.put(Context.SECURITY_CREDENTIALS, password);
        return new InitialDirContext(environment); // pave: expect clear-login
    }
}

package clinic;

import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.directory.InitialDirContext;

class Logins {
    void page(String encoded) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://lab.clinic.test/results").openConnection();
        connection.setRequestProperty("Authorization", "Basic " + encoded);
    }

    void here(String encoded) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://localhost:8080/results").openConnection();
        connection.setRequestProperty("Authorization", "Basic " + encoded);
    }

    Object directory(String password) throws Exception {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.PROVIDER_URL, "ldaps://directory.clinic.test:636");
        environment.put(Context.SECURITY_AUTHENTICATION, "simple");
        environment.put(Context.SECURITY_CREDENTIALS, password);
        return new InitialDirContext(environment);
    }

    Object anonymous() throws Exception {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.PROVIDER_URL, "ldap://directory.clinic.test:389");
        environment.put(Context.SECURITY_AUTHENTICATION, "none");
        return new InitialDirContext(environment);
    }
}

package clinic;

import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.HttpServletRequest;

class Staff {
    Object find(HttpServletRequest request, DirContext directory) throws NamingException {
        String filter = "(&(objectclass=person)(uid=" + request.getParameter("uid") + "))";
        return directory.search("ou=staff", filter, new SearchControls()); // pave: expect ldap-injection
    }
}

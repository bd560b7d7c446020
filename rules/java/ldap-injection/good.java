package clinic;

import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.HttpServletRequest;
import org.springframework.ldap.support.LdapEncoder;

class Staff {
    Object find(HttpServletRequest request, DirContext directory) throws NamingException {
        String uid = LdapEncoder.filterEncode(request.getParameter("uid"));
        return directory.search("ou=staff", "(uid=" + uid + ")", new SearchControls());
    }

    Object ask(HttpServletRequest request, DirContext directory) throws NamingException {
        Object[] uid = new Object[]{request.getParameter("uid")};
        return directory.search("ou=staff", "(uid={0})", uid, new SearchControls());
    }
}

class Filtered {
    Object find(javax.servlet.http.HttpServletRequest request, org.springframework.ldap.core.LdapTemplate directory) {
        String name = request.getParameter("name");
        return directory.search("ou=people", new org.springframework.ldap.filter.EqualsFilter("uid", name).encode(), null);
    }
}

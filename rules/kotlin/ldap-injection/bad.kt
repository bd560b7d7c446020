import javax.naming.directory.DirContext
import org.springframework.ldap.core.LdapTemplate
import org.springframework.web.bind.annotation.RequestParam

class People {
    fun find(context: DirContext, @RequestParam name: String): Any {
        return context.search("ou=people", "(uid=$name)", null) // pave: expect ldap-injection
    }

    fun byTemplate(template: LdapTemplate, @RequestParam name: String): Any {
        return template.search("ou=people", "(uid=" + name + ")", mapper) // pave: expect ldap-injection
    }
}

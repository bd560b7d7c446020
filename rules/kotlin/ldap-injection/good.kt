import javax.naming.directory.DirContext
import org.springframework.ldap.support.LdapEncoder
import org.springframework.web.bind.annotation.RequestParam

class People {
    fun find(context: DirContext, @RequestParam name: String): Any {
        return context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(name) + ")", null)
    }

    fun byArguments(context: DirContext, @RequestParam name: String): Any {
        return context.search("ou=people", "(uid={0})", arrayOf(name), null)
    }
}

package people

import (
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func find(r *http.Request) *ldap.SearchRequest {
	filter := "(uid=" + ldap.EscapeFilter(r.FormValue("name")) + ")"
	return ldap.NewSearchRequest("dc=example", ldap.ScopeWholeSubtree, ldap.NeverDerefAliases, 0, 0, false, filter, nil, nil)
}

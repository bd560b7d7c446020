package clinic

import (
	"net/http"

	"github.com/antchfx/xmlquery"
)

func find(doc *xmlquery.Node) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.FormValue("name")
		node := xmlquery.FindOne(doc, "//patient[@name='"+name+"']") // pave: expect xpath-injection
		w.Write([]byte(node.InnerText()))
	}
}

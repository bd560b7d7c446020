package clinic

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/antchfx/xmlquery"
)

func find(doc *xmlquery.Node) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, err := strconv.Atoi(r.FormValue("id"))
		if err != nil {
			return
		}
		node := xmlquery.FindOne(doc, fmt.Sprintf("//patient[@id=%d]", id))
		w.Write([]byte(node.InnerText()))
	}
}

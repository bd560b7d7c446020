package clinic

import (
	"fmt"
	"html"
	"net/http"
)

func greet(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<p>Welcome, %s</p>", html.EscapeString(r.FormValue("name")))
}

func plain() {
	http.HandleFunc("/plain", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "Hello %s", r.FormValue("name"))
	})
	http.HandleFunc("/text", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Write([]byte(r.FormValue("name")))
	})
}

func fast(ctx *fasthttp.RequestCtx) {
	fmt.Fprintf(ctx, "<p>%s</p>", ctx.QueryArgs().Peek("name"))
}

func written(c *gin.Context) {
	c.Writer.WriteString("<p>" + html.EscapeString(c.Query("name")))
}

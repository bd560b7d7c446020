package clinic

import (
	"fmt"
	"html/template"
	"net/http"
)

func greet(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<p>Welcome, %s</p>", r.FormValue("name")) // pave: expect cross-site-scripting
}

func note(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("<p>" + r.FormValue("note") + "</p>")) // pave: expect cross-site-scripting
}

func page(r *http.Request) template.HTML {
	return template.HTML(r.FormValue("page")) // pave: expect cross-site-scripting
}

func serve() {
	http.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<p>Hello %s</p>", r.FormValue("name")) // pave: expect cross-site-scripting
	})
}

func fast(ctx *fasthttp.RequestCtx) {
	ctx.SetContentType("text/html")
	fmt.Fprintf(ctx, "<p>%s</p>", ctx.QueryArgs().Peek("name")) // pave: expect cross-site-scripting
}

func written(c *gin.Context) {
	c.Writer.WriteString("<p>" + c.Query("name")) // pave: expect cross-site-scripting
}

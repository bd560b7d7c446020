package clinic

import (
	"fmt"
	"log"
	"net/http"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	log.Printf("login failed for %s", user) // pave: expect log-injection
	log.Println("login failed for " + user) // pave: expect log-injection
	text := fmt.Sprintf("login from %s", r.URL.Query().Get("from"))
	log.Print(text) // pave: expect log-injection
}

package clinic

import (
	"log"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	log.Printf("login failed for %q", user)
	slog.Info("login failed", "user", user)
	log.Println("login failed for " + strings.ReplaceAll(user, "\n", ""))
	log.Printf("from %s", r.Header.Get("User-Agent"))
	page, _ := strconv.Atoi(r.FormValue("page"))
	log.Printf("page %d", page)
}

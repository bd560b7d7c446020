package clinic

import (
	"mime"
	"net/http"
	"net/smtp"
)

func remind(r *http.Request, auth smtp.Auth) error {
	text := "Subject: " + mime.QEncoding.Encode("utf-8", r.FormValue("subject")) + "\r\n\r\nPlease come at ten."
	return smtp.SendMail("mail:25", auth, "clinic@example.org", []string{"ward@example.org"}, []byte(text))
}

func trace(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Ward", r.FormValue("ward"))
}

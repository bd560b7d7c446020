package clinic

import (
	"net/http"
	"net/smtp"
)

func remind(r *http.Request, auth smtp.Auth) error {
	text := "Subject: " + r.FormValue("subject") + "\r\n\r\nPlease come at ten."
	return smtp.SendMail("mail:25", auth, "clinic@example.org", []string{"ward@example.org"}, []byte(text)) // pave: expect header-injection
}

package shop

import (
	"log"
	"log/slog"
)

func login(user User, password string) {
	log.Printf("login of %s, password of %d letters", user.Name, len(password))
	slog.Info("password is wrong", "user", user.Name)
	logger.Debugf("key %s", fingerprint(cfg.APIKey))
}

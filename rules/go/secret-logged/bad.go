package shop

import (
	"log"
	"log/slog"
)

func login(user User, password string) {
	log.Printf("login of %s with %s", user.Name, password) // pave: expect secret-logged
	slog.Info("login", "user", user.Name, "password", user.Password) // pave: expect secret-logged
	logger.Debugf("key %s", cfg.APIKey) // pave: expect secret-logged
}

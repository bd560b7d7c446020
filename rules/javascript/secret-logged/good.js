function login(user, password, token) {
  console.log("login of", user.name);
  console.log("password of " + user.name + " was changed");
  console.log("length", password.length);
  console.log("unexpected token", token);
  logger.info({ user: user.id, hasPassword: Boolean(password) });
}

console.log(`reading ${process.env.DB_PASSWORD_FILE}, ${process.env.NODE_ENV}`);

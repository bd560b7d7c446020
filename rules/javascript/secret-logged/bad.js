function login(user, password, settings) {
  console.log("login with", password); // pave: expect secret-logged
  console.log(`login of ${user.name} with ${user.password}`); // pave: expect secret-logged
  logger.info("key " + settings.apiKey); // pave: expect secret-logged
  req.log.warn({ user: user.name, pass: user.password }, "wrong"); // pave: expect secret-logged
}

console.log(`API key: ${process.env.API_KEY}`); // pave: expect secret-logged
logger.info(`called with ${process.env.API_TOKEN}`); // pave: expect secret-logged

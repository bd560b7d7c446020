fn cookie(token: String) -> Cookie<'static> {
    Cookie::build(("session", token)).http_only(true).secure(true).finish()
}

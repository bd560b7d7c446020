import logging

from flask import request

logger = logging.getLogger(__name__)


@app.route("/login")
def login():
    user = request.args["user"]
    logging.info("login of " + user)  # pave: expect log-injection
    logger.warning("login of %s failed", user)  # pave: expect log-injection
    app.logger.error(f"login of {user} failed")  # pave: expect log-injection
    return "no"

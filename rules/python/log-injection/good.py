import logging

from flask import request

logger = logging.getLogger(__name__)


@app.route("/login")
def login():
    user = request.args["user"]
    logging.info("login of " + repr(user))
    logger.warning("login of %s failed", user.replace("\r", "").replace("\n", ""))
    logger.info("page %d", int(request.args["page"]))
    logger.info("agent %s", request.headers["User-Agent"])
    return "no"

import logging

logger = logging.getLogger(__name__)


def login(user, password, token):
    logging.info("login of %s", user.name)
    logger.info("password of %s was changed", user.name)
    logger.info("length %d", len(password))
    logger.debug("unexpected token %s", token)
    logger.debug("hash %s", digest(password))
    dialog.info(password)


def in_a_form(request, log):
    log.info("login of %s", request.POST["user"])
    log.info("state %s", request.POST["password_state"])

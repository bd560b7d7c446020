import logging

logger = logging.getLogger(__name__)


def login(user, password, settings):
    logging.info("login with %s", password)  # pave: expect secret-logged
    logger.debug(f"login of {user.name} with {user.password}")  # pave: expect secret-logged
    logger.warning("key " + settings.api_key)  # pave: expect secret-logged
    logger.error("wrong: %s / %s" % (user.name, password))  # pave: expect secret-logged
    self.log.info("token {}".format(user.access_token))  # pave: expect secret-logged


def in_a_form(request, log):
    log.info("login of %s with %s", request.POST["user"], request.POST["password"])  # pave: expect secret-logged
    log.debug("sent %s", request.form.get("api_key"))  # pave: expect secret-logged

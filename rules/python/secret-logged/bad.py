import logging

logger = logging.getLogger(__name__)


def login(user, password, settings):
    logging.info("login with %s", password)  # pave: expect secret-logged
    logger.debug(f"login of {user.name} with {user.password}")  # pave: expect secret-logged
    logger.warning("key " + settings.api_key)  # pave: expect secret-logged
    logger.error("wrong: %s / %s" % (user.name, password))  # pave: expect secret-logged
    self.log.info("token {}".format(user.access_token))  # pave: expect secret-logged

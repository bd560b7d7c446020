import random
import secrets
import time


def reset_code():
    return secrets.randbelow(900000) + 100000


def retry(call, attempts):
    for attempt in range(attempts):
        if call():
            return True
        jitter = random.uniform(0, 0.1 * 2**attempt)
        time.sleep(jitter)
    return False


def shuffle_survey(questions):
    return random.sample(questions, len(questions))


def drawn():
    footprint = random.random()
    hotplug_delay = random.uniform(1, 2)
    return footprint, hotplug_delay

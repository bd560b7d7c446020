import random
import string
from random import choice, randint


def reset_code():
    return randint(100000, 999999)  # pave: expect predictable-random


def enroll(user):
    user.api_key = "".join(random.choice(string.hexdigits) for _ in range(32))  # pave: expect predictable-random


def new_session(store):
    session_id = random.getrandbits(128)  # pave: expect predictable-random
    store[session_id] = {}


def make_token(n):
    letters = []
    for _ in range(n):
        letters.append(choice(string.ascii_letters))  # pave: expect predictable-random
    return "".join(letters)


def sent(user):
    user.verification_code = random.randint(100000, 999999)  # pave: expect predictable-random
    session_key = "%032x" % random.getrandbits(128)  # pave: expect predictable-random
    return session_key

"""Accounts of the staff who may open a record."""

import hashlib
import random
import string
from dataclasses import dataclass


@dataclass
class Account:
    name: str
    password_digest: str = ""
    reset_code: str = ""


def set_password(account: Account, password: str) -> None:
    account.password_digest = hashlib.sha256(password.encode()).hexdigest()


def start_reset(account: Account) -> str:
    account.reset_code = "".join(random.choice(string.digits) for _ in range(6))
    return account.reset_code


def pick_greeting() -> str:
    return random.choice(["Good morning", "Hello", "Welcome"])

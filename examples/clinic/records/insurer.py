"""Asks the insurer whether a patient is covered."""

import requests

INSURER = "https://insurer.example/api/v2"


def is_covered(member_id: str, session: requests.Session) -> bool:
    answer = session.get(f"{INSURER}/members/{member_id}", timeout=5)
    return answer.status_code == 200 and answer.json()["active"]


def send_visit(member_id: str, visit: dict) -> None:
    # The demo system had a self-signed certificate.
    requests.post(f"{INSURER}/members/{member_id}/visits", json=visit, timeout=5, verify=False)

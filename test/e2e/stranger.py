"""A client that none of the hub's code helps: requests, pyjwt and boto3, as the README describes."""

import json
import sys
import time
import uuid

import boto3
import jwt
import requests

place = json.loads(sys.argv[1])
api = place["apiUrl"]


def token(client):
    key = open(f"{place['clientKeys']}/{client}.pem").read()
    now = int(time.time())
    claims = {"iss": client, "sub": client, "aud": f"{api}/token", "iat": now, "exp": now + 120, "jti": str(uuid.uuid4())}
    assertion = jwt.encode(claims, key, algorithm="ES256", headers={"kid": "key-1"})
    answer = requests.post(
        f"{api}/token",
        data={
            "grant_type": "client_credentials",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": assertion,
        },
        timeout=30,
    )
    answer.raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


service, authority = token("westmarch-substance-misuse"), token("westmarch-social-care")
concern = json.load(open("docs/examples/concern.json"))
# Other stories of this hub send the same example to the same queue.
concern["reason"] += f" A stranger's client tells it, number {uuid.uuid4().int % 10**5}."
sent = requests.post(f"{api}/concerns", json=concern, headers={**service, "Idempotency-Key": str(uuid.uuid4())}, timeout=30)
assert sent.status_code == 202, sent.text
concern_id = sent.json()["concernId"]

sqs = boto3.client("sqs", endpoint_url=place["endpoint"], region_name="eu-west-2", aws_access_key_id="test", aws_secret_access_key="test")
deadline = time.time() + 100
alert = None
while alert is None and time.time() < deadline:
    received = sqs.receive_message(QueueUrl=place["inboxes"]["westmarch"], WaitTimeSeconds=2, MaxNumberOfMessages=10, VisibilityTimeout=2)
    for message in received.get("Messages", []):
        event = json.loads(message["Body"])
        if not event["type"].endswith(".alert.raised.v1"):
            continue
        assert event["specversion"] == "1.0", event
        read = requests.get(f"{api}/alerts/{event['data']['alertId']}", headers={**authority, "Hub-Practitioner": "SW-101"}, timeout=30)
        if read.status_code == 200 and read.json()["content"]["reason"] == concern["reason"]:
            alert = read
            sqs.delete_message(QueueUrl=place["inboxes"]["westmarch"], ReceiptHandle=message["ReceiptHandle"])
            break
assert alert is not None, "no alert came"


def answer(step, etag, body=None):
    given = requests.post(f"{api}/alerts/{alert.json()['alertId']}/{step}", json=body, headers={**authority, "If-Match": etag, "Hub-Practitioner": "SW-101"}, timeout=30)
    assert given.status_code == 200, given.text
    return given.headers["ETag"]


etag = answer("acknowledgement", alert.headers["ETag"])
etag = answer("outcome", etag, {"outcome": "PASSED_TO_ALLOCATED_WORKER", "whatFollows": "VISIT"})
answer("feedback", etag, {"lines": [{"kind": "FACT", "text": "The allocated worker has been told and will ring you tomorrow."}]})
followed = requests.get(f"{api}/concerns/{concern_id}", headers=service, timeout=30)
assert followed.json()["status"] == "answered", followed.text
print("a stranger's client was served")

"""A receiver that none of the hub's code helps: http.server, cryptography, joserfc and boto3, as docs/receiving.md describes."""

import base64
import datetime
import http.server
import ipaddress
import json
import queue
import ssl
import subprocess
import sys
import threading
import time
import uuid

import boto3
import jwt
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.x509.oid import NameOID
from joserfc import jwe, jws
from joserfc.jwk import ECKey, OKPKey

place, folder, command, tables, authority = (json.loads(argument) for argument in sys.argv[1:6])
api = place["apiUrl"]
PEM, SPKI, PKCS8 = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo, serialization.PrivateFormat.PKCS8
bare = serialization.NoEncryption()


def hub(*words):
    told = subprocess.run([*command, *words, "--by", "OP-1", "--json", *tables], capture_output=True, text=True, timeout=60)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def write(name, content):
    with open(f"{folder}/{name}", "wb") as file:
        file.write(content)
    return f"{folder}/{name}"


def token(client, key):
    now = int(time.time())
    claims = {"iss": client, "sub": client, "aud": f"{api}/token", "iat": now, "exp": now + 120, "jti": str(uuid.uuid4())}
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": jwt.encode(claims, key, algorithm="ES256"),
    }
    answer = requests.post(f"{api}/token", data=form, timeout=30)
    answer.raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


# Of this machine; to localhost itself the emulator lets its functions speak plain HTTP alone.
host = "127.0.0.2"
# The receiver's own certificate, which the hub is told to trust.
tls = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
today = datetime.datetime.now(datetime.timezone.utc)
certificate = (
    x509.CertificateBuilder()
    .subject_name(name)
    .issuer_name(name)
    .public_key(tls.public_key())
    .serial_number(x509.random_serial_number())
    .not_valid_before(today - datetime.timedelta(days=1))
    .not_valid_after(today + datetime.timedelta(days=1))
    .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), critical=False)
    .sign(tls, hashes.SHA256())
)
pem = write("receiver.pem", certificate.public_bytes(PEM))
arrived = queue.Queue()
seen = set()


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        arrived.put(({name: self.headers[name] for name in ("webhook-id", "webhook-timestamp", "webhook-signature", "Content-Type")}, body))
        # Each is refused the first time.
        self.send_response(204 if self.headers["webhook-id"] in seen else 503)
        seen.add(self.headers["webhook-id"])
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer((host, 0), Receiver)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(pem, write("receiver.key", tls.private_bytes(PEM, PKCS8, bare)))
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()

# A case system of the authority, to read by the API what was pushed.
own = ec.generate_private_key(ec.SECP256R1())
system = f"southfen-{uuid.uuid4().hex[:8]}"
public = write("system.pem", own.public_key().public_bytes(PEM, SPKI))
hub("client", "register", system, "--role", "social-worker", "--authority", authority, "--public-key", public)


def published():
    """The hub's keys of deliveries as they stand now: the first is there before what it signed arrives."""
    keys = requests.get(f"{api}/.well-known/jwks.json", timeout=30).json()["keys"]
    return {one["kid"]: one for one in keys if one["kty"] == "OKP"}


def verify(headers, body):
    """Standard Webhooks, v1a."""
    (signing,) = published().values()
    assert abs(time.time() - int(headers["webhook-timestamp"])) < 300
    public = Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(signing["x"] + "=="))
    version, signature = headers["webhook-signature"].split(",")
    assert version == "v1a", version
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    public.verify(base64.b64decode(signature), signed)


def tell(reason):
    """A service tells of a child who is said to be in the authority, and whom nobody knows."""
    service = open(f"{place['clientKeys']}/westmarch-substance-misuse.pem").read()
    now = int(time.time())
    claims = {"iss": "westmarch-substance-misuse", "sub": "westmarch-substance-misuse", "aud": f"{api}/token", "iat": now, "exp": now + 120, "jti": str(uuid.uuid4())}
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": jwt.encode(claims, service, algorithm="ES256", headers={"kid": "key-1"}),
    }
    bearer = {"Authorization": f"Bearer {requests.post(f'{api}/token', data=form, timeout=30).json()['access_token']}"}
    concern = json.load(open("docs/examples/concern.json"))
    concern.update(authority=authority, reason=reason)
    concern["subject"].update(names=[{"given": "Morwenna", "family": f"Quillfeather{uuid.uuid4().hex[:6].translate(str.maketrans('0123456789', 'ghijklmnop'))}"}], dateOfBirth="1991-07-02")
    concern["children"][0]["name"] = {"given": "Isolde", "family": "Quillfeather"}
    sent = requests.post(f"{api}/concerns", json=concern, headers={**bearer, "Idempotency-Key": str(uuid.uuid4())}, timeout=30)
    assert sent.status_code == 202, sent.text


def read(alert_id):
    answer = requests.get(f"{api}/alerts/{alert_id}", headers={**token(system, own), "Hub-Practitioner": "SW-401"}, timeout=30)
    assert answer.status_code == 200, answer.text
    return answer.json()


# Pushed: first refused, then taken, under the same id.
hub("authority", "deliver", authority, "--mode", "push", "--url", f"https://{host}:{server.server_port}/alerts", "--certificate", pem)
tell("Pushed to a receiver of our own.")


def next_of(reason):
    while True:
        headers, body = arrived.get(timeout=90)
        if reason.encode() in body:
            return headers, body


first, again = next_of("Pushed to a receiver"), next_of("Pushed to a receiver")
for headers, body in (first, again):
    verify(headers, body)
assert first[0]["webhook-id"] == again[0]["webhook-id"]
assert again[0]["Content-Type"].startswith("application/cloudevents+json")
event = json.loads(again[1])
assert event["id"] == again[0]["webhook-id"] and event["type"].endswith(".alert.raised.v1"), event["type"]
alert = event["data"]["alert"]
assert alert["content"]["reason"] == "Pushed to a receiver of our own."
assert alert == read(event["data"]["alertId"])
tampered = again[1].replace(b"Pushed", b"Pulled")
try:
    verify(again[0], tampered)
    sys.exit("a message that was changed on its way was taken")
except Exception as error:  # noqa: BLE001
    assert type(error).__name__ == "InvalidSignature", error
print(f"pushed: {event['data']['alertId']}")

# Sealed, into the queue that the authority fetches from.
seal = ECKey.generate_key("P-256")
jwk = {**seal.as_dict(private=False), "kid": "seal-1", "use": "enc"}
hub("authority", "seal", authority, "--jwks", write("seal.json", json.dumps({"keys": [jwk]}).encode()))
hub("authority", "deliver", authority, "--mode", "queue")
tell("Sealed to a key of our own.")
sqs = boto3.client("sqs", endpoint_url=place["endpoint"], region_name="eu-west-2", aws_access_key_id="test", aws_secret_access_key="test")
inbox = place["inboxes"]["southfen"]
sealed, deadline = None, time.time() + 100
while sealed is None and time.time() < deadline:
    for message in sqs.receive_message(QueueUrl=inbox, WaitTimeSeconds=2, MaxNumberOfMessages=10).get("Messages", []):
        sqs.delete_message(QueueUrl=inbox, ReceiptHandle=message["ReceiptHandle"])
        assert "Sealed to a key" not in message["Body"] and "Quillfeather" not in message["Body"]
        event = json.loads(message["Body"])
        sealed = event if "sealed" in event["data"] else sealed
assert sealed is not None, "no sealed alert came"
(signing,) = published().values()
signed = jws.deserialize_compact(sealed["data"]["sealed"], OKPKey.import_key({name: signing[name] for name in ("kty", "crv", "x")}), algorithms=["EdDSA"])
assert signed.headers()["kid"] == signing["kid"] and signed.headers()["typ"] == "hub-sealed+jws", signed.headers()
opened = jwe.decrypt_compact(signed.payload, seal, algorithms=["ECDH-ES+A256KW", "A256GCM"])
assert opened.headers()["kid"] == "seal-1", opened.headers()
inside = json.loads(opened.plaintext)
assert inside["content"]["reason"] == "Sealed to a key of our own." and inside["alertId"] == sealed["data"]["alertId"]
assert inside == read(sealed["data"]["alertId"])
print(f"sealed: {inside['alertId']}")

# Polled: no message comes, and the API's inbox has it.
hub("authority", "deliver", authority, "--mode", "poll")
# How an authority is told is looked up once a minute.
time.sleep(62)
tell("Polled by a system of our own.")
polled, deadline = None, time.time() + 60
while polled is None and time.time() < deadline:
    listed = requests.get(f"{api}/alerts", headers={**token(system, own), "Hub-Practitioner": "SW-401"}, timeout=30)
    assert listed.status_code == 200, listed.text
    found = [read(item["alertId"]) for item in listed.json()["items"]]
    polled = next((one for one in found if one["content"]["reason"] == "Polled by a system of our own."), None)
    time.sleep(1)
assert polled is not None, "no alert stands in the inbox of the API"
waiting = sqs.receive_message(QueueUrl=inbox, WaitTimeSeconds=2, MaxNumberOfMessages=10).get("Messages", [])
assert polled["alertId"] not in json.dumps(waiting), "a polled alert was put into the queue"
print(f"polled: {polled['alertId']}")

"""The first client of a hub, let in as the README describes: a key of our own making, the operator's command, a token, a concern."""

import json
import subprocess
import sys
import time
import uuid

import jwt
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

place, folder, command, tables = (json.loads(argument) for argument in sys.argv[1:5])
api = place["apiUrl"]
client = f"first-{uuid.uuid4().hex[:8]}"
key = ec.generate_private_key(ec.SECP256R1())


def hub(*words):
    return subprocess.run([*command, *words, "--by", "OP-1", "--json", *tables], capture_output=True, text=True, timeout=60)


def done(*words):
    told = hub(*words)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def write(name, text):
    with open(f"{folder}/{name}", "wb") as file:
        file.write(text)
    return f"{folder}/{name}"


public = write("public.pem", key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
private = write("private.pem", key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


def ask(kid, signer):
    now = int(time.time())
    claims = {"iss": client, "sub": client, "aud": f"{api}/token", "iat": now, "exp": now + 120, "jti": str(uuid.uuid4())}
    return requests.post(
        f"{api}/token",
        data={
            "grant_type": "client_credentials",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": jwt.encode(claims, signer, algorithm="ES256", headers={"kid": kid}),
        },
        timeout=30,
    )


register = ["client", "register", client, "--role", "referrer", "--agency", "turning-tide"]
refused = hub(*register, "--public-key", private)
assert refused.returncode == 2 and "private key" in refused.stderr and "Traceback" not in refused.stderr and "    at " not in refused.stderr, refused
kid = done(*register, "--public-key", public)["client"]["keys"][0]["kid"]
again = hub(*register, "--public-key", public)
assert again.returncode == 2 and "registered already" in again.stderr, again

issued = ask(kid, key)
assert issued.status_code == 200, issued.text
token = issued.json()["access_token"]
concern = json.load(open("docs/examples/concern.json"))
sent = requests.post(f"{api}/concerns", json=concern, headers={"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid.uuid4())}, timeout=30)
assert sent.status_code == 202, sent.text

# Whoever has the hub's address can verify its tokens by what it publishes.
metadata = requests.get(f"{api}/.well-known/oauth-authorization-server", timeout=30).json()
assert metadata["issuer"] == place["address"], metadata
published = requests.get(f"{api}/.well-known/jwks.json", timeout=30).json()["keys"]
by_name = {one["kid"]: jwt.PyJWK(one) for one in published}
verified = jwt.decode(token, by_name[jwt.get_unverified_header(token)["kid"]], algorithms=["ES256"], audience=metadata["issuer"], issuer=metadata["issuer"])
assert verified["client_id"] == client, verified

# Another key beside it, and then the end of both.
second = ec.generate_private_key(ec.SECP256R1())
jwk = {**json.loads(jwt.algorithms.ECAlgorithm.to_jwk(second.public_key())), "kid": "second"}
done("client", "rotate", client, "--jwks", write("next.json", json.dumps({"keys": [jwk]}).encode()))
for name, signer in ((kid, key), ("second", second)):
    assert ask(name, signer).status_code == 200, name
done("client", "suspend", client)
assert ask("second", second).status_code == 401
print(f"let in: {client}")

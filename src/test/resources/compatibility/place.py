"""Where operations happen, and how they are told: a function with a name, a group and what each engine answers."""
import itertools
import random
import urllib.error
import urllib.request
import xml.etree.ElementTree as Xml
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Callable

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

WORKS = "works"
SMALL = bytes(range(256)) * 4
PART = random.Random(7).randbytes(5 << 20)

_operations = []
_where = {}


@dataclass(frozen=True)
class Operation:
    group: str
    name: str
    embedded: str
    minio: str
    deed: Callable[[str], None]

    def run(self):
        return {"group": self.group, "name": self.name, "embedded": self.embedded, "minio": self.minio,
                "answer": self._answer()}

    def _answer(self):
        try:
            self.deed(f"{self.deed.__module__}/{self.deed.__name__}/")
            return WORKS if WORKS in (self.embedded, self.minio) else "fails: not refused"
        except ClientError as error:
            return answer(error)
        except Exception as error:
            return f"fails: {type(error).__name__} {error}"


def operation(group, name, embedded=WORKS, minio=WORKS):
    def keep(deed):
        _operations.append(Operation(group, name, embedded, minio, deed))
        return deed
    return keep


def operations_of(module):
    return [each for each in _operations if each.deed.__module__ == module.__name__]


def answer(error):
    """A refusal is clear when it has a status that says whose fault it is, and a code."""
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    code = error.response["Error"].get("Code", "")
    clear = code and (400 <= status < 500 or status == 501)
    return f"refused: {code}" if clear else f"fails: HTTP {status} {code}"


def open(where):
    _where.update(where)


def bucket():
    return _where["bucket"]


def other():
    return _where["other"]


def s3(permission="all", **config):
    """A client with a key that may do that; checksums only where an operation asks for them, as all versions can."""
    key = _where["keys"][permission]
    return boto3.client(
        "s3", endpoint_url=_where["endpoint"], region_name=_where["region"],
        aws_access_key_id=key["id"], aws_secret_access_key=key["secret"], config=_config(config))


def _config(wishes):
    wishes.setdefault("signature_version", "s3v4")
    wishes = {"s3": {"addressing_style": "path"}, "retries": {"max_attempts": 1}, **wishes}
    try:
        return Config(request_checksum_calculation="when_required", response_checksum_validation="when_required",
                      **wishes)
    except TypeError:  # a version that calculates none
        return Config(**wishes)


def plain():
    """A client as people make it, with the defaults of its version."""
    key = _where["keys"]["all"]
    return boto3.client("s3", endpoint_url=_where["endpoint"], region_name=_where["region"],
                        aws_access_key_id=key["id"], aws_secret_access_key=key["secret"])


@contextmanager
def headers(client, call, **more):
    """Signed headers that older versions of boto3 have no parameter for; underscores stand for hyphens."""
    def add(request, **_):
        for name, value in more.items():
            request.headers[name.replace("_", "-")] = value
    event = f"before-sign.s3.{call}"
    client.meta.events.register(event, add)
    try:
        yield
    finally:
        client.meta.events.unregister(event, add)


def put(key, body=SMALL, **more):
    return s3().put_object(Bucket=bucket(), Key=key, Body=body, **more)


def get(key, **more):
    return s3().get_object(Bucket=bucket(), Key=key, **more)


def read(key, **more):
    return get(key, **more)["Body"].read()


def same(found, expected):
    if found != expected:
        raise AssertionError(f"found {_short(found)}, not {_short(expected)}")


def _short(value):
    text = repr(value)
    return text if len(text) < 200 else text[:200] + "…"


def refused(code, call, *arguments, **named):
    """Part of what an operation promises: the refusal of something else."""
    try:
        call(*arguments, **named)
    except ClientError as error:
        same(error.response["Error"]["Code"], code)
    else:
        raise AssertionError(f"not refused with {code}")


def http(method, url, body=None, headers=None):
    if body and not headers:
        headers = {"Content-Type": "application/octet-stream"}
    request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as response:
            return response.read(), response.headers
    except urllib.error.HTTPError as error:
        raise as_of_boto3(error, method) from error


def as_of_boto3(error, method):
    code = Xml.fromstring(error.read()).findtext("Code", "")
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": error.code}}, method)


def pages(call, **parameters):
    return list(itertools.chain(s3().get_paginator(call).paginate(Bucket=bucket(), **parameters)))
